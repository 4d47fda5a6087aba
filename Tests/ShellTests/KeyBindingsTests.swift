import Testing

@testable import Shell

@Suite struct KeyBindingsTests {
  @Test(arguments: KeyBinding.all.flatMap(\.keys)) func areWhatATerminalSends(key: String) {
    let sequences = KeyBinding.sequences(of: key)
    #expect(!sequences.isEmpty)
    for sequence in sequences {
      #expect(sequence.unicodeScalars.first.map { $0.value < 0x20 || $0.value == 0x7f } == true)
    }
  }

  @Test(arguments: [
    ("Ctrl-A", ["\u{1}"]), ("Ctrl-_", ["\u{1f}"]), ("Alt-B", ["\u{1b}b"]), ("Alt-/", ["\u{1b}/"]),
    ("Ctrl-X Ctrl-E", ["\u{18}\u{5}"]), ("Tab", ["\t"]), ("Hyper-A", []), ("", []),
  ])
  func areSpelledAsPeopleDo(key: String, sequences: [String]) {
    #expect(KeyBinding.sequences(of: key) == sequences)
  }

  @Test func askForEveryCommandThatAKeyCanAskFor() {
    let bound = Set(KeyRule.all.compactMap(\.command))
    #expect(bound == Set(LineEditor.Command.allCases))
  }

  @Test func meanOneThingEach() {
    let keys = KeyBinding.all.flatMap(\.keys) + KeyBinding.others.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    let sequences = KeyBinding.all.flatMap(\.keys).flatMap(KeyBinding.sequences(of:))
    #expect(Set(sequences).count == sequences.count)
  }

  @Test func areNotTheBeginningOfOthers() {
    let sequences = Set(
      KeyBinding.all.flatMap(\.keys).flatMap(KeyBinding.sequences(of:))
        + KeyBinding.ignoredSequences)
    for sequence in sequences {
      for length in 1..<max(2, sequence.count) where length < sequence.count {
        #expect(!sequences.contains(String(sequence.prefix(length))))
      }
    }
  }
}
