internal import Foundation
internal import NewsModel
internal import NewsReader

/// Measures the time expressions of annotated articles, genre by genre.
///
/// The rules by which one is right are ``TimeScore``'s. The partitions `train` and `dev` are measured
/// together and every error is listed; of `test` only the figures are shown.
///
///     train-reader times DATA [test]
struct TimesCommand {
  /// One line of the file.
  private struct Row: Decodable {
    var doc: String
    var partition: String
    var genre: String
    var docDate: String
    var sent: Int
    var kind: String
    var text: String
    var value: [String: String]
    var sentence: String
  }

  private let rows: [Row]

  /// Runs on the expressions of `data`'s `timex` folder.
  static func run(data: String, isTest: Bool) throws {
    let url = URL(filePath: "\(data)/timex/gum-timex.jsonl")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try decoder.decode(Row.self, from: Data($0.utf8))
    }
    let command = TimesCommand(rows: rows.filter { ($0.partition == "test") == isTest })
    try command.measure(showsErrors: !isTest)
  }

  private func measure(showsErrors: Bool) throws {
    var all = try TimeScore()
    for genre in Set(rows.map(\.genre)).sorted() {
      var score = try TimeScore()
      for document in documents(of: genre) {
        let golds = document.filter { $0.kind == "date" }.compactMap { row in
          Self.date(row.value).map {
            TimeScore.Gold(sentence: row.sent, words: row.sentence, text: row.text, date: $0)
          }
        }
        let published = document.first.flatMap { NewsDate(iso: $0.docDate) }
        score.add(golds, published: published)
        all.add(golds, published: published)
      }
      if showsErrors { for error in score.errors { print("\(genre): \(error)") } }
      print("\(genre): \(score.line)")
    }
    print("all: \(all.line)")
  }

  /// The rows of each document of a genre, in order.
  private func documents(of genre: String) -> [[Row]] {
    let rows = rows.filter { $0.genre == genre }
    let names = Set(rows.map(\.doc)).sorted()
    return names.map { name in rows.filter { $0.doc == name } }
  }

  /// The interval that an annotated value means; a bound counts as the end of it.
  ///
  /// Nil where it is no date of the calendar from the year 1 on.
  private static func date(_ value: [String: String]) -> NewsDate? {
    func part(_ key: String) -> NewsDate? {
      value[key].flatMap { text in
        NewsDate(iso: text.split(separator: "T").first ?? "")
      }
    }
    if let when = part("when") { return when }
    let lower = part("from") ?? part("notBefore")
    let upper = part("to") ?? part("notAfter")
    return NewsDate(first: lower?.first, last: upper?.last)
  }
}
