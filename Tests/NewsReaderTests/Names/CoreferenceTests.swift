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
    // Of two men the one who was spoken of more is meant.
    (
      "Erik Hauge arrived in Riga. Hauge met traders. Hauge bought apples. Hauge slept. "
        + "Police asked Lars Moe about Hauge. Norway praised him.",
      ["him -> Erik Hauge"]
    ),
    // The noun before the comma is the pronoun's own.
    (
      "Odd Hauge arrived in Riga. A former officer, he denied the charge.",
      ["he -> Odd Hauge"]
    ),
    // Whoever asks for something is not the one who undergoes it.
    (
      "Nils Hauge fled. Later Grace Otieno asked Erik Lindholm to arrest him.",
      ["him -> Nils Hauge"]
    ),
    (
      "The despot Odd Hauge fled to Riga. Erik Lindholm met Lars Moe. The tyrant was arrested.",
      ["The tyrant -> Odd Hauge"]
    ),
    (
      "Odd Hauge received Grace Otieno in Riga. Hauge thanked his counterpart.",
      ["his -> Odd Hauge", "his counterpart -> Grace Otieno"]
    ),
    // Who is said to say something is what the clause goes on with.
    ("Norway said that it would sell ships.", ["it -> Norway"]),
    // A time in front does not make the name less of a subject.
    ("On Monday Norway lost a ship; it blamed the weather.", ["it -> Norway"]),
    // Nobody meets himself.
    (
      "Odd Hauge received Erik Lindholm in Riga and offered him bread.", ["him -> Erik Lindholm"]
    ),
    // Ministers act for their union.
    (
      "The ministers of the Harbour Union met in Riga. They froze the fees.",
      ["They -> Harbour Union"]
    ),
    (
      "Grace Otieno was fined by the Coastal Court. The judges took an hour.",
      ["The judges -> Coastal Court"]
    ),
    (
      "The Finnish Army lost a truck. Finland's armed forces blamed the weather.",
      ["armed forces -> Finnish Army"]
    ),
    (
      "The Minister of Trade, Grace Otieno, arrived in Riga. The Minister thanked Norway.",
      ["The Minister -> Grace Otieno"]
    ),
  ])
  func linked(_ text: String, _ expected: [String]) throws {
    #expect(try ReadDocument.references(text) == expected)
  }

  @Test(arguments: [
    (
      "Odd Hauge and Grace Otieno arrived in Riga. They met traders.",
      ["They -> Odd Hauge", "They -> Grace Otieno"]
    ),
    (
      "Nils Hauge met Grace Otieno in Riga. The two leaders shook hands.",
      ["The two leaders -> Nils Hauge", "The two leaders -> Grace Otieno"]
    ),
    (
      "Gen. Odd Hauge met Gen. Lars Moe in Riga. Grace Otieno urged both generals to stop.",
      ["both generals -> Odd Hauge", "both generals -> Lars Moe"]
    ),
    (
      "Norway and Peru went to court. The two countries signed a paper.",
      ["The two countries -> Norway", "The two countries -> Peru"]
    ),
    // Who only speaks of them is none of them.
    (
      "Nils Hauge met Grace Otieno in Riga. The spokesman Lars Moe confirmed the visit. The two leaders shook hands.",
      ["The two leaders -> Nils Hauge", "The two leaders -> Grace Otieno"]
    ),
    // One too many.
    ("Odd Hauge, Lars Moe and Grace Otieno arrived in Riga. The two leaders shook hands.", []),
    ("Odd Hauge met Grace Otieno in Riga. Two men were arrested.", []),
  ])
  func linkedGroups(_ text: String, _ expected: [String]) throws {
    #expect(try ReadDocument.references(text) == expected)
  }

  @Test(arguments: [
    // Somebody without a name is meant.
    "Odd Hauge arrived in Riga. A farmer was waiting at the gate. He sold apples.",
    // Two fit as well.
    "Odd Hauge and Erik Lindholm arrived in Riga. He smiled.",
    // The pronoun stands for nothing.
    "Norway has lost. It is clear that ships will sail.",
    // What is denied is a fact.
    "Norway was fined. Peru denied it.",
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
