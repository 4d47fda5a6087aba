import QueryLanguage
import Testing

@Suite struct RegularExpressionTests {
  @Test(arguments: [
    ("harbou?r", "The HARBOR opens", true), ("harbou?r", "harbouur", false),
    ("^ferry", "ferry late", true), ("^ferry", "a ferry", false),
    ("^ferry", "first\nferry", true), ("late$", "ferry late\nnext", true),
    ("a.c", "a\nc", false), ("a.c", "aéc", true), ("(ab|cd)+e", "xabcde", true),
    ("x{2,3}y", "xy", false), ("x{2,3}y", "xxxxy", true), ("x{2}", "xx", true),
    ("x{,2}y", "y", true), ("a{x", "a{x", true), ("[^a-y]", "abcxyz", true),
    ("[]x]", "]", true), ("[a-c-]", "-", true), ("[[:digit:]]{4}", "in 2023 so", true),
    (#"\bport\b"#, "the port is", true), (#"\bport\b"#, "airports", false),
    (#"\Bport"#, "airport", true), (#"\d+\s\w+"#, "12 ferries", true), (#"\D"#, "123", false),
    (#"1\.5"#, "1x5", false), (#"\w+"#, "Ζάκυνθος", true), ("ÉCLAIR", "éclair", true),
    ("Straße", "STRAßE", true), ("", "", true), ("a**", "b", true), ("(?:a|b)c", "bc", true),
    ("(?<name>a)b", "ab", true), ("(a*)*b", "aaaa", false), ("a|", "zzz", true),
    ("z+?$", "zz", true), ("[^x]y", "xy", false), ("[^x]y", "Xy", false),
  ])
  func finds(_ pattern: String, _ text: String, _ isFound: Bool) throws {
    let expression = try RegularExpression(pattern)
    #expect(expression.matches(text) == isFound)
  }

  @Test(arguments: [
    ("(", "'(' is not closed"), (")", "')' closes no group"), ("[a", "'[' is not closed"),
    ("*a", "'*' has nothing to repeat"), ("a|+", "'+' has nothing to repeat"),
    (#"(a)\1"#, "back-references are not supported"), ("(?=a)", "look-around is not supported"),
    ("(?<!a)b", "look-around is not supported"), ("[z-a]", "the range z-a is reversed"),
    ("a{3,2}", "the bounds of a repetition are reversed"), (#"\"#, "'\\' stands at the end"),
    (#"\q"#, "'\\q' is not known"), ("[[:nope:]]", "'[:nope:]' is not known"),
    ("(?x)a", "look-around is not supported"),
    ("((a{99}){99}){99}", "the pattern repeats too much"),
    ("(?<name", "the name of a group has no '>'"),
  ])
  func saysWhatIsWrong(_ pattern: String, _ message: String) {
    #expect(RegularExpression.check(pattern) == message)
  }

  @Test func limitsLengthAndDepth() {
    #expect(RegularExpression.check(String(repeating: "a", count: 1_001)) != nil)
    let deep = String(repeating: "(", count: 60) + String(repeating: ")", count: 60)
    #expect(RegularExpression.check(deep) == "groups are nested too deeply")
    #expect(
      RegularExpression.check(String(repeating: "(", count: 40) + String(repeating: ")", count: 40))
        == nil)
  }

  @Test func doesNotBacktrack() throws {
    let expression = try RegularExpression("(a|aa)+(a?){30}$b")
    #expect(!expression.matches(String(repeating: "a", count: 2_000)))
  }

  @Test func stopsWhereItIsToldTo() throws {
    let expression = try RegularExpression("z$")
    let text = String(repeating: "a", count: 200_000) + "z"
    #expect(expression.matches(text))
    #expect(!expression.matches(text, isCancelled: { true }))
  }

  @Test func errorsSayWhere() {
    #expect(throws: RegularExpression.PatternError.self) { try RegularExpression("é(") }
    do {
      _ = try RegularExpression("éa)")
    } catch {
      #expect(error.offset == 3)
    }
  }
}
