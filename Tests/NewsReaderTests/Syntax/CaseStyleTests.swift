import Testing

@testable import NewsReader

@Suite struct CaseStyleTests {
  @Test(arguments: [
    ("The minister met reporters .", CaseStyle.sentence),
    ("MINISTER MEETS PRESS", .capitals),
    ("minister meets the press", .lower),
    ("Minister Meets Foreign Press in Oslo", .title),
    ("Minister Meets Foreign Press again", .sentence),
    ("UN", .sentence),
    ("12 345 !", .sentence),
    ("", .sentence),
    ("министр встретил прессу", .sentence),
  ])
  func tellsHowCapitalsAreUsed(text: String, style: CaseStyle) {
    #expect(CaseStyle(of: text.split(separator: " ").map(String.init)) == style)
  }
}
