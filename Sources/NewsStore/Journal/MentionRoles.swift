internal import NewsModel

/// The parts that an article's entities play in its sentences, by its reports and quotations.
///
/// Fills in the role of a mention where the reader leaves it open.
struct MentionRoles {
  private struct Part: Hashable {
    var entity: EntityIndex
    var sentence: Int
  }

  private var roles: [Part: MentionRole] = [:]

  /// The parts that an article tells of.
  ///
  /// An entity that plays several in one sentence has the first of actor, target, speaker, place.
  init(_ annotated: AnnotatedArticle) {
    for report in annotated.reports {
      for entity in report.actors { add(.actor, entity, report.sentence) }
    }
    for report in annotated.reports {
      for entity in report.targets { add(.target, entity, report.sentence) }
    }
    for quote in annotated.quotes {
      if let speaker = quote.speaker { add(.speaker, speaker, quote.sentence) }
    }
    for report in annotated.reports {
      if let place = report.place { add(.place, place, report.sentence) }
    }
  }

  /// The role of a mention: the reader's, else that of its entity in the sentence.
  func role(of mention: Mention) -> MentionRole {
    guard mention.role == .other else { return mention.role }
    return roles[Part(entity: mention.entity, sentence: mention.sentence)] ?? .other
  }

  private mutating func add(_ role: MentionRole, _ entity: EntityIndex, _ sentence: Int) {
    let part = Part(entity: entity, sentence: sentence)
    if roles[part] == nil { roles[part] = role }
  }
}
