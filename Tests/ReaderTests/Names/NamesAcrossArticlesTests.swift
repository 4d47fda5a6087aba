import NewsModel
import Testing

@testable import NewsStore

@Suite struct NamesAcrossArticlesTests {
  private static let floor = 0.83

  /// Scores pairs of articles' entities: those that the store takes for one against those that are.
  @Test func entitiesOfSeveralArticles() throws {
    var score = GoldScore()
    var misses: [String] = []
    for group in try groups() {
      let rows = try entityRows(of: group.lines)
      for first in group.lines.indices {
        for second in group.lines.indices where first < second {
          let (a, b) = (group.lines[first], group.lines[second])
          let isOne = a.id == b.id
          let isFound = rows[first] == rows[second]
          score += GoldScore(
            right: isOne && isFound ? 1 : 0, found: isFound ? 1 : 0, gold: isOne ? 1 : 0)
          if isOne != isFound {
            misses.append("\(group.name): '\(a.forms[0])' and '\(b.forms[0])'")
          }
        }
      }
    }
    expect(score, atLeast: Self.floor, misses: misses)
  }

  private struct Line {
    var id: String
    var kind: EntityKind
    var forms: [String]
  }

  /// The row of the entity that each line became in a store of one article a line.
  private func entityRows(of lines: [Line]) throws -> [UInt32] {
    let store = NewsStore()
    for (number, line) in lines.enumerated() {
      var article = AnnotatedArticle(article: Article(id: "a\(number)", text: line.forms[0]))
      let range = TextRange(0, line.forms[0].utf8.count)
      article.blocks = [TextBlock(kind: .paragraph, range: range)]
      article.sentences = [range]
      var entity = Entity(name: line.forms[0], kind: line.kind)
      entity.aliases = line.forms
      article.entities = [entity]
      article.mentions = [Mention(entity: EntityIndex(0), range: range, sentence: 0)]
      store.append([article])
    }
    let snapshot = store.snapshot
    let field = try #require(Table.mentions.schema.field(named: "entity"))
    let articles = try #require(Table.mentions.schema.field(named: "article"))
    guard case .references(let entities) = snapshot.column(field) else { return [] }
    var rows = [UInt32](repeating: 0, count: lines.count)
    for row in 0..<UInt32(snapshot.rowCount(of: .mentions)) {
      guard case .text(let id) = snapshot.value(articles, row: row) else { continue }
      rows[try #require(Int(id.dropFirst()))] = entities.rows[Int(row)]
    }
    return rows
  }

  private func groups() throws -> [(name: String, lines: [Line])] {
    var groups: [(name: String, lines: [Line])] = []
    let kinds: [String: EntityKind] = ["p": .person, "o": .organization, "l": .place]
    for line in try goldLines("names-across-articles.txt") {
      if line.hasPrefix("== ") {
        groups.append((String(line.dropFirst(3)), []))
      } else {
        let fields = line.split(separator: "|").map(trimmed)
        try #require(fields.count == 3, "\(line)")
        let kind = try #require(kinds[fields[1]], "\(line)")
        groups[groups.count - 1].lines.append(
          Line(id: fields[0], kind: kind, forms: goldList(fields[2])))
      }
    }
    return groups
  }
}
