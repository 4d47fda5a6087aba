import Diagnostics
import Testing

@testable import QueryLanguage

@Suite struct LexerTests {
  private func kinds(_ text: String) -> [TokenKind] { Lexer.tokens(of: text).map(\.kind) }

  private func texts(_ text: String) -> [String] {
    let source = SourceText(name: "test", text: text)
    return Lexer.tokens(of: text).dropLast().map { source.slice($0.range) }
  }

  @Test(arguments: [
    ("actor=Ada", ["actor", "=", "Ada"]),
    ("words>=300", ["words", ">=", "300"]),
    ("Bab al-Sha'ir", ["Bab", "al-Sha'ir"]),
    ("U.S. AT&T a_b c/d @slug p*", ["U.S.", "AT&T", "a_b", "c/d", "@slug", "p*"]),
    ("Erdoğan Łódź 東京 القاهرة", ["Erdoğan", "Łódź", "東京", "القاهرة"]),
    ("O’Neill Sana‘a", ["O’Neill", "Sana‘a"]),
    ("2019-04..2020-06 2019.. ..2020", ["2019-04..2020-06", "2019..", "..2020"]),
    ("12:30 a:b", ["12:30", "a", ":", "b"]),
    ("https://example.org/a?b=c&d | x", ["https://example.org/a?b=c&d", "|", "x"]),
    ("a&&b||c", ["a", "&&", "b", "||", "c"]),
    ("events # a comment\n| take 5", ["events", "|", "take", "5"]),
    ("$who=$x-y", ["$who", "=", "$x-y"]),
    ("a\u{a0}b\u{3000}c", ["a", "b", "c"]),
  ])
  func words(_ text: String, _ expected: [String]) {
    #expect(texts(text) == expected)
  }

  @Test(arguments: [
    ("\"a b\"", TokenKind.string), ("“a b”", .string), ("„a b“", .string), ("«a b»", .string),
    ("\"a \\\" b\"", .string), ("'a b'", .singleQuoted), ("`a b`", .backQuoted),
    ("/a(b|c)/", .pattern), ("/[/]/", .pattern), ("-- a", .foreignComment),
    ("// a", .foreignComment), ("?", .unknown), ("\0", .unknown), ("🙂", .unknown), ("$", .unknown),
    ("!", .bang), ("<>", .lessGreater), ("=~", .equalTilde),
  ])
  func oneToken(_ text: String, _ kind: TokenKind) {
    let tokens = Lexer.tokens(of: text)
    #expect(tokens.map(\.kind) == [kind, .end])
    #expect(tokens[0].range == SourceRange(0, text.utf8.count))
    #expect(tokens[0].isClosed)
  }

  @Test func apostropheAtTheBeginningIsALetter() {
    #expect(texts("'Ain Zara 'Ali's house") == ["'Ain", "Zara", "'Ali's", "house"])
  }

  @Test(arguments: ["\"abc", "“abc", "/abc", "\"abc\\\""])
  func unclosedTextReachesTheEnd(_ text: String) {
    let tokens = Lexer.tokens(of: text)
    #expect(tokens.count == 2)
    #expect(!tokens[0].isClosed)
    #expect(tokens[0].range.upper == text.utf8.count)
  }

  @Test func unclosedTextEndsAtABlankLine() {
    #expect(texts("\"abc\n\nevents") == ["\"abc", "events"])
    #expect(texts("\"abc\n\nevents\"") == ["\"abc\n\nevents\""])
  }

  @Test func keywordsHaveAnyCase() {
    #expect(
      Lexer.tokens(of: "WHERE Since aNd neighbors wherever").map(\.keyword)
        == [.where, .since, .and, .neighbours, nil, nil])
  }

  @Test func linesAreMarked() {
    let tokens = Lexer.tokens(of: "a b\nc\n\nd\n# note\ne\n \n\nf")
    #expect(tokens.map(\.isFirstOfLine) == [true, false, true, true, true, true, false])
    #expect(tokens.map(\.followsBlankLine) == [false, false, false, true, false, true, false])
  }

  @Test func rangesAscendAndCoverAllThatIsNotBlank() {
    let text = "events where a = \"é\" ?? 東京 | $x /p/ ~ # end"
    var last = 0
    for token in Lexer.tokens(of: text) {
      #expect(token.range.lower >= last)
      last = token.range.upper
    }
  }

  @Test func manyUnclosedTextsTakeLinearTime() {
    let text = String(repeating: "«\n\n", count: 60_000)
    #expect(Lexer.tokens(of: text).count == 60_001)
  }
}
