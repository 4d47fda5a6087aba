import Testing

@testable import NewsFormats

@Suite struct MarkupTests {
  @Test(arguments: [
    ("<p>The <b>mayor</b> spoke.</p><p>He left.</p>", "\n\nThe mayor spoke.\n\n\n\nHe left.\n\n"),
    ("One<br/>two<br>three", "One\ntwo\nthree"),
    ("<p>wrapped\nline</p>", "\n\nwrapped line\n\n"),
    ("plain <i>word</i>\nand line", "plain word\nand line"),
    ("<script>if (a < b) { x(\"</p>\") }</script>Text</p>", "Text\n\n"),
    ("<style>p{}</style><nav><a href='/'>Home</a></nav>Text", "Text"),
    ("a<!-- note -- > to > self -->b</p>", "ab\n\n"),
    ("<a href=\"x\" title='y'>link</a>", "link"), ("<!DOCTYPE html>x<br>", "x\n"),
    ("<td>1</td><td>2</td>", " 1  2 "), ("<q>yes</q>", "\"yes\""),
    ("Marks &amp; Sons &#8217;s &#x201C;caf&eacute;&rdquo;&nbsp;now", "Marks & Sons ’s “café” now"),
    ("&amp;lt; &#146;", "&lt; ’"),
  ])
  func takesMarkupOut(_ text: String, _ expected: String) {
    #expect(withoutMarkup(text) == expected)
  }

  @Test(arguments: [
    "", "a < b and c > d", "he <sic> said", "<b is not closed", "x <b> y", "AT&T; R&D", "&bogus;",
    "&#0; &#xd800; &#99999999; &;", "<name@example.org>", "1 <2</3", "if a<b && c>d", "<", "&",
    "</",
    "<!--", "<p", "first\nsecond\n\nthird",
  ])
  func leavesOtherTextsAlone(_ text: String) {
    #expect(withoutMarkup(text) == text)
  }

  @Test func standsWhatIsNeverClosed() {
    let pieces = ["<p ", "<!--", "<script>", "<nav>", "&#", "<", "</", "<a href='"]
    for piece in pieces {
      let text = String(repeating: piece, count: 20_000) + "end</p>"
      #expect(withoutMarkup(text).contains("end"))
    }
  }

  @Test func standsEveryPairOfPieces() {
    let pieces = [
      "<", ">", "/", "p", "script", "!--", "--", "&", ";", "#", "x", "é", "\n", " ", "\"", "<br>",
      "</p>", "<nav>", "</nav>", "&lt;",
    ]
    for a in pieces {
      for b in pieces {
        for c in pieces {
          let text = "<p>" + a + b + c + "</p>é"
          #expect(withoutMarkup(text).utf8.count <= text.utf8.count)
        }
      }
    }
  }
}
