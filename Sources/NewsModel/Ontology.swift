/// The sixteen event types of PLOVER 2.0.
///
/// Codes are written in capitals, as the coding manual has them.
public enum EventType: String, CaseIterable, Sendable, Hashable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"
}

/// What a report says about an event's reality.
public enum EventStatus: String, CaseIterable, Sendable, Hashable {
  /// Told as fact.
  case happened
  /// Scheduled, intended or possible.
  case planned
  /// Only somebody's claim about another's act.
  case alleged
  /// The text says that it did not happen.
  case denied
}

/// Whether an event is words or deeds, cooperation or conflict.
public enum QuadClass: Int, CaseIterable, Sendable, Hashable {
  case verbalCooperation = 1
  case materialCooperation = 2
  case verbalConflict = 3
  case materialConflict = 4
}

extension EventType {
  /// The quad class of the type.
  public var quadClass: QuadClass {
    switch self {
    case .agree, .consult, .support, .concede: .verbalCooperation
    case .cooperate, .aid, .retreat: .materialCooperation
    case .request, .accuse, .reject, .threaten: .verbalConflict
    case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
    }
  }

  /// The score of the type without a mode, from -10 (conflict) to 10 (cooperation).
  public var score: Double {
    switch self {
    case .agree, .consult: 2.5
    case .support: 5
    case .concede: 4.5
    case .cooperate: 9.5
    case .aid: 10
    case .retreat: 6.5
    case .request: 0
    case .accuse: -3
    case .reject: -2
    case .threaten: -3.5
    case .protest: -5
    case .sanction: -6
    case .mobilize: -5.5
    case .coerce: -7
    case .assault: -9
    }
  }

  /// The two-digit CAMEO root that corresponds to the type.
  ///
  /// ASSAULT covers roots 18, 19 and 20 and answers `18`; RETREAT shares `08` with CONCEDE.
  public var cameoRoot: String {
    switch self {
    case .agree: "03"
    case .consult: "04"
    case .support: "05"
    case .concede, .retreat: "08"
    case .cooperate: "06"
    case .aid: "07"
    case .request: "10"
    case .accuse: "11"
    case .reject: "12"
    case .threaten: "13"
    case .protest: "14"
    case .mobilize: "15"
    case .sanction: "16"
    case .coerce: "17"
    case .assault: "18"
    }
  }

  /// The modes that the type may have, with the score of each; empty where it has none.
  public var modes: [(name: String, score: Double)] {
    switch self {
    case .agree, .support, .concede, .cooperate, .aid: []
    case .consult: [("visit", 4), ("third-party", 1), ("multilateral", 4), ("phone", 1.5)]
    case .retreat:
      [
        ("withdraw", 8), ("release", 6.5), ("disarm", 10), ("ceasefire", 7.5), ("access", 6.5),
        ("resign", 4.5),
      ]
    case .request: [("assist", 0.5), ("change", -1), ("yield", -1), ("meet", 0)]
    case .accuse: [("disapprove", -2), ("investigate", -3.5), ("allege", -3.5)]
    case .reject: [("assist", -1.5), ("change", -2), ("yield", -2), ("meet", -2)]
    case .threaten:
      [
        ("restrict", -3), ("arrest", -3.5), ("relations", -3.5), ("expel", -3.5),
        ("territory", -4), ("violence", -3.5),
      ]
    case .protest:
      [
        ("demo", -5), ("riot", -7), ("strike", -5), ("hunger", -4.5), ("boycott", -4.5),
        ("obstruct", -4.5), ("vandalize", -5),
      ]
    case .sanction: [("convict", -6), ("expel", -5.5), ("withdraw", -6), ("discontinue", -6)]
    case .mobilize: [("troops", -6.5), ("weapons", -6.5), ("police", -5.5), ("militia", -6)]
    case .coerce:
      [
        ("seize", -7), ("restrict", -7), ("censor", -6.5), ("curfew", -6.5),
        ("martial-law", -7.5), ("arrest", -7), ("deport", -7), ("withhold", -7),
        ("misinformation", -6.5), ("cyber", -7),
      ]
    case .assault:
      [
        ("abduct", -8.5), ("beat", -7.5), ("torture", -8.5), ("sexual", -8.5),
        ("targeted", -9.5), ("destroy", -8.5), ("primitive", -8), ("firearms", -9),
        ("explosives", -9), ("suicide-attack", -9.5), ("aerial", -9.5), ("drone", -9.5),
        ("heavy-weapons", -9.5), ("crowd-control", -7.5), ("unconventional", -10),
      ]
    }
  }

  /// The score of an event of this type with `mode`; the type's own where the mode is not its.
  public func score(mode: String?) -> Double {
    modes.first { $0.name == mode }?.score ?? score
  }

  /// What the type means, in one line of our own words.
  public var summary: String {
    switch self {
    case .agree: "says it will cooperate, sign, meet or provide"
    case .consult: "meets, visits, phones, negotiates, mediates"
    case .support: "endorses, praises, recognises, ratifies, opens relations"
    case .concede: "gives way in words: promises to ease, resign, withdraw"
    case .cooperate: "works together materially: trade, exercises, exchanges"
    case .aid: "gives money, goods, arms, troops or refuge"
    case .retreat: "gives way in deed: withdraws, releases, resigns, ceases fire"
    case .request: "asks, urges, demands, appeals, proposes"
    case .accuse: "criticises, blames, alleges, sues, investigates"
    case .reject: "refuses, denies, vetoes, rules out"
    case .threaten: "warns of force or penalty, gives an ultimatum"
    case .protest: "demonstrates, strikes, riots, blockades"
    case .sanction: "imposes sanctions, convicts, expels, cuts relations or aid"
    case .mobilize: "deploys, masses, puts on alert, recruits"
    case .coerce: "arrests, bans, seizes, deports, censors, hacks"
    case .assault: "attacks, invades, bombs, shoots, kills, tortures"
    }
  }
}
