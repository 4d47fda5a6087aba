internal import NewsModel

/// What belongs to a body alone, and so tells that its owner is one: `shares in X`, `X's customers`.
extension NameEvidence {
  /// What a noun says to which the preposition at `at` joins the name: `a spokesman for X`.
  func belonging(joinedBy at: Int) -> KindVotes {
    guard at > text.sentence(of: at).lowerBound else { return KindVotes() }
    let noun = text.words[at - 1]
    switch text.words[at] {
    // What could be a place behind 'in' is none here.
    case "in" where Self.holdings.contains(noun): return KindVotes(organization: 6, place: -3)
    case "of" where Self.holdings.contains(noun) || Self.parts.contains(noun):
      return KindVotes(organization: 4)
    case "for" where Self.voices.contains(noun): return KindVotes(organization: 3)
    case "at" where Self.staff.contains(noun): return KindVotes(organization: 4)
    default: return KindVotes()
    }
  }

  /// What the owner of the word at `token` is: `X's shareholders`.
  func owner(of token: Int) -> KindVotes {
    let word = text.words[token]
    let isBody =
      Self.holdings.contains(word) || Self.parts.contains(word) || Self.staff.contains(word)
    return KindVotes(organization: isBody ? 3 : 0)
  }

  /// What a clause says that begins with `which` before `token`: `X, which employs`.
  func doer(of token: Int) -> KindVotes {
    KindVotes(organization: Self.trades.contains(text.words[token]) ? 4 : 0)
  }

  private static let holdings: Set<String> = [
    "share", "shares", "stake", "stakes", "stock", "stocks", "holding", "holdings", "investment",
    "shareholder", "shareholders", "investor", "investors", "profit", "profits", "sales",
    "revenue", "revenues", "turnover", "takeover",
  ]
  private static let parts: Set<String> = [
    "member", "members", "membership", "fighter", "fighters", "militant", "militants", "gunman",
    "gunmen", "cell", "cells", "faction", "founder", "founders", "subsidiary", "subsidiaries",
    "division", "customer", "customers", "wing", "branch", "spokesman", "spokeswoman",
    "spokesperson", "offshoot",
  ]
  private static let voices: Set<String> = [
    "spokesman", "spokeswoman", "spokesperson", "spokespeople",
  ]
  private static let staff: Set<String> = [
    "analyst", "analysts", "economist", "economists", "researcher", "researchers", "executive",
    "executives", "employee", "employees", "engineers", "managers", "strategist", "strategists",
  ]
  private static let trades: Set<String> = [
    "employs", "makes", "owns", "operates", "sells", "produces", "builds", "publishes",
    "manufactures", "supplies", "represents", "markets", "exports", "insures", "distributes",
  ]
}
