import Foundation
import NewsModel

/// What a careful reader takes from an article of `Gold/Articles`.
struct GoldArticle: Decodable {
  struct Head: Decodable {
    var title: String?
    var source: String?
    var agency: String?
    var published: String?
    var place: String?

    /// What the text tells, by the names of the fields.
    var fields: [(field: String, value: String)] {
      let fields = [
        ("title", title), ("source", source), ("agency", agency), ("published", published),
        ("place", place),
      ]
      return fields.compactMap { field, value in value.map { (field, $0) } }
    }
  }

  struct NamedEntity: Decodable {
    let name: String
    let kind: String
    let mentions: [String]
    let roles: [String]
    let epithets: [String]

    /// The forms of the name as they are compared.
    var forms: Set<String> { Set(([name] + mentions).map { folded($0) }) }
  }

  struct Act: Decodable {
    let type: String
    let mode: String?
    let actors: [String]
    let targets: [String]
    let place: String?
    let date: String?
    let status: String
    let evidence: String
  }

  struct Quotation: Decodable {
    let speaker: String
    let text: String
  }

  struct Quantity: Decodable {
    let text: String
    let low: Double?
    let high: Double?
    let unit: String
  }

  let article: Head
  let entities: [NamedEntity]
  let events: [Act]
  let quotes: [Quotation]
  let figures: [Quantity]

  /// What is expected of a text of which only some layers are annotated.
  ///
  /// Every name that an event has is an entity.
  init(events: [Act] = [], quotes: [Quotation] = [], figures: [Quantity] = []) {
    article = Head()
    let names = events.flatMap { $0.actors + $0.targets + [$0.place].compactMap { $0 } }
    entities = Set(names).sorted().map {
      NamedEntity(name: $0, kind: "", mentions: [], roles: [], epithets: [])
    }
    self.events = events
    self.quotes = quotes
    self.figures = figures
  }

  /// Reads the annotation at `path`.
  static func read(_ path: String) throws -> GoldArticle {
    try JSONDecoder().decode(GoldArticle.self, from: Data(contentsOf: URL(filePath: path)))
  }
}
