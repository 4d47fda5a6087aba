import NewsModel
import Testing

@testable import NewsReader

struct CoreferenceTests {
  @Test(arguments: [
    ("Odd Hauge arrived in Riga on Monday. He met traders there.", ["He -> Odd Hauge"]),
    ("Grace Otieno thanked Odd Hauge. She left on Tuesday.", ["She -> Grace Otieno"]),
    (
      "President Odd Hauge arrived in Riga. The president met traders.",
      ["The president -> Odd Hauge"]
    ),
    (
      "Gen. Tarek Masri arrived in Riga. The general met Grace Otieno.",
      ["The general -> Tarek Masri"]
    ),
    (
      "Finance Minister Grace Otieno resigned. On Friday the minister flew home.",
      ["the minister -> Grace Otieno"]
    ),
    (
      "The warlord Aleko Bardavelidze fled. Soldiers found the warlord in a barn.",
      ["the warlord -> Aleko Bardavelidze"]
    ),
    ("Norway closed its embassy in Accra.", ["its -> Norway"]),
    (
      "The Finnish Navy lost a ship. The navy blamed the weather.",
      ["The navy -> Finnish Navy"]
    ),
  ])
  func linked(_ text: String, _ expected: [String]) throws {
    #expect(try ReadDocument.references(text) == expected)
  }

  @Test(arguments: [
    // Somebody without a name is meant.
    "Odd Hauge arrived in Riga. A farmer was waiting at the gate. He sold apples.",
    // Two fit as well.
    "Odd Hauge and Erik Lindholm arrived in Riga. He smiled.",
    // The pronoun stands for nothing.
    "Norway has lost. It is clear that ships will sail.",
    // Nobody of that sex.
    "Grace Otieno arrived in Riga. He was late.",
    // Inside a quotation somebody else speaks.
    "Odd Hauge arrived in Riga. \"He will be late,\" a driver said.",
    // No minister was named.
    "Odd Hauge arrived in Riga. The minister of trade was late.",
  ])
  func leftAlone(_ text: String) throws {
    #expect(try ReadDocument.references(text) == [])
  }
}
