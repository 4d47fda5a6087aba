import Testing

@testable import NewsReader

/// How the recogniser reads names that no list holds, over short invented reports.
struct UnseenNameTests {
  private static let reports = [
    // Initials, particles, full stops.
    """
    [p Halldór Þ. Einarsson], who runs the harbour of [l Skagavík], and [p J. K. Mbeki-Larsen] signed \
    the lease on Friday. [p Einarsson] said the quay would be ready by May. [p Mbeki-Larsen], 61, \
    thanked [p Luís Inácio da Costa e Silva] and [p Kwon Hae-jun] for their patience.
    """,
    // Bodies with acronyms in brackets, then alone.
    """
    The [o Coastal Workers' Union] ([o CWU]) will strike next week. The [o CWU] says that the \
    [o Harbour Safety Board] ([o HSB]) ignored its letters. A spokesman for the [o HSB] declined to \
    comment.
    """,
    // Firms by what they do and by their signs.
    """
    Shares in [o Veltrona] fell by a tenth after the chipmaker cut its forecast. Its rival [o Brask & \
    Holm] gained. [o Veltrona], which employs 4,000 people, blamed weak demand in [l Japan] and \
    [l South Korea]. Analysts at [o Orwick Partners] expect [o Veltrona] to sell its plant in \
    [l Tarnby].
    """,
    // Armed groups.
    """
    Fighters of the [o Dawn Brigade] shelled [l Qasr al-Wadi] overnight, witnesses said. The group, \
    an ally of [o Harakat al-Sahil], has held the hills since June. [p Idris al-Tamimi], a commander \
    of [o Harakat al-Sahil], denied the attack.
    """,
    // Parties and parliaments.
    """
    [p Milena Dragoeva]'s [o New Harvest Party] won 41 seats, ahead of the [o Civic Platform]. The \
    [o Civic Platform] will ask the [o Constitutional Court] to annul the vote in [l Plovgrad], where \
    [p Dragoeva] was born.
    """,
    // Clubs and their towns.
    """
    [o Tarnby United] beat [o Real Mondova] 2-1 on Sunday. Coach [p Ruud Hessels] praised the striker, \
    [p Tomás Abreu], who joined from [o Sporting Velha] in July. [o Mondova] have lost five matches.
    """,
    // A person and a place side by side; titles.
    """
    In [l Warsaw] [p Tom Abernathy] met Deputy Foreign Minister [p Zofia Wilk]. Later Gen. [p Pieter \
    van der Hoeven] flew to [l Riga] with Senator [p Dana Whitlock] and Sheikh [p Salman al-Dosari].
    """,
    // Common words as names.
    """
    [p Faith Summers] and [p Mark Stone] opened the bakery in the town of [l Hope Springs]. [p Stone] \
    said that faith and hope had little to do with it.
    """,
    // Universities, courts, ministries, hospitals.
    """
    [p Nadia Ferhat] of the [o University of Skagavík] told the [o Ministry of Fisheries and Trade] that \
    stocks were low. Police took him to the [o Regional Court of Plovgrad].
    """,
    // Places by what stands round them.
    """
    The river burst its banks near [l Oszlany], a village in the north of [l Slovakia]. Roads between \
    [l Oszlany] and [l Lake Brzeno] were closed. People in the villages of [l Drevna] and [l Kolpin] \
    left their homes.
    """,
    // Headlines above their text.
    """
    [p Hessels] Quits [o Tarnby United] After Defeat

    The coach [p Ruud Hessels] has left [o Tarnby United]. The club thanked [p Hessels] for his work.
    """,
    """
    FLOODS CUT OFF [l PLOVGRAD]

    Floods have cut off [l Plovgrad], the second city of the region, the mayor, [p Ivo Petkan], said.
    """,
    // Media and agencies; bodies that speak.
    """
    The newspaper [o Dagens Kurir] reported that [o Norvika] would close two mines. [o Norvika] told \
    the paper that nothing had been decided. The agency [o Baltpress] confirmed the report.
    """,
  ]

  @Test func mostNamesOfInventedReportsAreFound() throws {
    var (gold, found, right) = (0, 0, 0)
    var wrong: [String] = []
    for report in Self.reports {
      let marked = MarkedNames(report)
      var rest = marked.names
      gold += rest.count
      for name in try marked.found() {
        found += 1
        if let place = rest.firstIndex(of: name) {
          rest.remove(at: place)
          right += 1
        } else {
          wrong.append("extra \(name)")
        }
      }
      wrong += rest.map { "missed \($0)" }
    }
    #expect(right * 100 >= found * 85, "\(right) of \(found) found: \(wrong)")
    #expect(right * 100 >= gold * 85, "\(right) of \(gold) names: \(wrong)")
  }
}
