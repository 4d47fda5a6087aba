import NewsModel
import Testing

@testable import NewsReader

/// Who says what, by the whole reader.
@Suite struct SpeakerFinderTests {
  private static let reader = Result { try NewsReader() }

  /// The speakers of the quotations of a text, `-` where there is none.
  private func speakers(_ text: String) throws -> [String] {
    let annotated = try Self.reader.get().read(Article(id: "test", text: text))
    return annotated.quotes.map { quote in
      quote.speaker.map { annotated.entities[$0.position].name } ?? quote.speakerText ?? "-"
    }
  }

  @Test(arguments: [
    ("“The harbour is open again,” sighed Ana Quiroga.", "Ana Quiroga"),
    ("\"We have seen worse winters,\" sighs a ferryman in Odense.", "a ferryman in Odense"),
    ("\"Nobody asked us first,\" said one of the ferrymen.", "one of the ferrymen"),
    ("\"You will all get wet!\" Ana Quiroga taunted the clerks.", "Ana Quiroga"),
    ("The ice, said the ferryman, was \"as thin as a newspaper\".", "the ferryman"),
    ("The crossing, as Quiroga later told a clerk, \"lasted all of ten minutes\".", "Quiroga"),
    (
      "Ana Quiroga, head of the ferry office, warned that \"those who cross will be fined\".",
      "Ana Quiroga"
    ),
    ("\"The ice will hold,\" Ana Quiroga, the ferry master, said.", "Ana Quiroga"),
    ("The winter was, in the words of Ana Quiroga, \"the longest of our lives\".", "Ana Quiroga"),
    ("According to Ana Quiroga the ice is \"as thin as a newspaper\".", "Ana Quiroga"),
  ])
  func stands(_ text: String, _ speaker: String) throws {
    #expect(try speakers(text) == [speaker])
  }

  /// Who speaks in a body's name stands for it, unless named.
  @Test(arguments: [
    (
      "The Northern Ferry Company lost a boat. A spokeswoman for the Northern Ferry Company said "
        + "it was \"looking into the matter now\".", "Northern Ferry Company"
    ),
    (
      "The Northern Ferry Company lost a boat. A spokesman for the Northern Ferry Company, Pavel "
        + "Horak, said it was \"looking into the matter now\".", "Pavel Horak"
    ),
    (
      "The Northern Ferry Company lost a boat. A statement issued by the Northern Ferry Company "
        + "said that \"all hands are safe\".", "Northern Ferry Company"
    ),
    ("The banner over the quay read \"No more ice on our river\".", "-"),
  ])
  func speaksForABody(_ text: String, _ speaker: String) throws {
    #expect(try speakers(text) == [speaker])
  }

  @Test(arguments: [
    (
      "Ana Quiroga came too. A baker who would not give her name had doubts. \"The new ovens "
        + "burn whatever we put in,\" she said.", "a baker who would not give her name"
    ),
    (
      "Ana Quiroga opened the harbour on Monday. \"The winter is over at last,\" she told the clerks.",
      "Ana Quiroga"
    ),
    (
      "The Northern Ferry Company said that it would sail. \"All of our boats are ready,\" it added.",
      "Northern Ferry Company"
    ),
    (
      "Ana Quiroga went further on Sunday. \"They are thieves, all of them.\"", "Ana Quiroga"
    ),
  ])
  func remembersWhoWasSpokenOf(_ text: String, _ speaker: String) throws {
    #expect(try speakers(text).map { $0.lowercased() } == [speaker.lowercased()])
  }
}
