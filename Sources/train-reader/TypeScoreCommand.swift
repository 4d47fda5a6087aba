internal import Foundation
internal import NewsModel
internal import NewsReader

/// Measures how well the event type of single sentences is read.
///
/// The file has one JSON object a line, with `text` and `expected`: a list of which the first element
/// has the type as `event_plover_2.0`. Each sentence is an article of its own; what is read of it is
/// the type of the first report whose evidence does not lie within that of another.
enum TypeScoreCommand {
  private struct Row: Decodable {
    struct Event: Decodable {
      let type: String

      private enum CodingKeys: String, CodingKey {
        case type = "event_plover_2.0"
      }
    }

    let text: String
    let expected: [Event]
  }

  private struct Counts {
    var right = 0
    var wrong = 0
    var missed = 0

    var f1: Double { right == 0 ? 0 : Double(2 * right) / Double(2 * right + wrong + missed) }
  }

  /// Prints right, wrong and missed sentences of each type, and the mean of the types' F1.
  ///
  /// Throws when the file cannot be opened or a line is not of the form above.
  static func run(_ file: String) throws {
    let reader = try NewsReader()
    let text = try String(contentsOf: URL(filePath: file), encoding: .utf8)
    var counts: [EventType: Counts] = [:]
    var sentences = 0
    for line in text.split(separator: "\n") {
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      guard let name = row.expected.first?.type, let type = EventType(rawValue: name) else {
        continue
      }
      sentences += 1
      let found = mainType(reader.read(Article(id: "\(sentences)", text: row.text)).reports)
      if found == type {
        counts[type, default: Counts()].right += 1
      } else {
        counts[type, default: Counts()].missed += 1
        if let found { counts[found, default: Counts()].wrong += 1 }
      }
    }
    let types = EventType.allCases.filter { counts[$0].map { $0.right + $0.missed > 0 } ?? false }
    for type in types {
      guard let count = counts[type] else { continue }
      print(
        "\(type.rawValue): right \(count.right), wrong \(count.wrong), missed \(count.missed), "
          + "F1 \(rounded(count.f1))")
    }
    let mean = types.reduce(0) { $0 + (counts[$1]?.f1 ?? 0) } / Double(max(types.count, 1))
    print("\(sentences) sentences, macro-F1 \(rounded(mean))")
  }

  private static func mainType(_ reports: [Report]) -> EventType? {
    let outer = reports.filter { report in
      !reports.contains { other in
        other.evidence != report.evidence && other.evidence.lower <= report.evidence.lower
          && report.evidence.upper <= other.evidence.upper
      }
    }
    return outer.min { $0.evidence.lower < $1.evidence.lower }?.type
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
