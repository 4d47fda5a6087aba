import NewsModel
import Testing

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("Erdoğan", "erdogan"), ("  Bab al-Azizia ", "bab al azizia"), ("Østergård", "ostergard"),
    ("Straße", "strasse"), ("Łódź", "lodz"), ("İstanbul", "istanbul"), ("Guðni", "gudni"),
    ("e\u{301}t\u{e9}", "ete"), ("ПУТИН", "путин"), ("U.S.", "u s"), ("O’Hara", "o hara"), ("", ""),
    ("—", ""), ("2,000", "2 000"), ("Nguyễn", "nguyen"),
  ])
  func folds(_ text: String, _ expected: String) {
    #expect(folded(text) == expected)
    #expect(folded(folded(text)) == expected)
  }
}
