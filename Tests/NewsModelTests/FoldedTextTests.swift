import NewsModel
import Testing

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("Erdoğan", "erdogan"), ("  Bab al-Azizia ", "bab al azizia"), ("Østergård", "ostergard"),
    ("Straße", "strasse"), ("Łódź", "lodz"), ("İstanbul", "istanbul"), ("Guðni", "gudni"),
    ("e\u{301}t\u{e9}", "ete"), ("ПУТИН", "путин"), ("U.S.", "u s"), ("O’Hara", "o hara"), ("", ""),
    ("harbour", "harbour"), ("two  words", "two words"), ("two words ", "two words"),
    ("Harbour", "harbour"), ("G20", "g20"), ("Port Said", "port said"), (" ", ""),
    ("“no” – she", "no she"), ("Ḥasan", "hasan"), ("5½", "5½"), ("a\u{200B}b", "ab"),
    ("—", ""), ("2,000", "2 000"), ("Nguyễn", "nguyen"),
  ])
  func folds(_ text: String, _ expected: String) {
    #expect(folded(text) == expected)
    #expect(folded(folded(text)) == expected)
    #expect(folded("[\(text)]".dropFirst().dropLast()) == expected)
    #expect(foldedWords(text) == expected.split(separator: " "))
  }
}
