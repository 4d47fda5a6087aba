internal import NewsStore

extension Explainer {
  /// Sentences shown of an entity at most.
  private static let passageLimit = 3

  /// An entity: its names, why each is one of them, and a sentence of some articles.
  func entity(_ row: UInt32) -> Explanation {
    let entity = EntityID(row: row)
    let kind = text(.entities, "kind", row) ?? "?"
    var explanation = Explanation(title: "\(kind) \(named(row))")
    explanation.facts = snapshot.names(of: entity).map { name in
      let articles = name.articleCount == 1 ? "1 article" : "\(name.articleCount) articles"
      return .init("name", "\(name.text): \(words(for: name.ground)), \(articles)")
    }
    var seen: Set<UInt32> = []
    for mention in rows(of: .mentions, with: "entity", row) {
      let details = snapshot.mentionDetails(mention)
      guard details.form == .name, seen.insert(details.article.row).inserted else { continue }
      explanation.passages.append(passage(of: details))
      if explanation.passages.count == Self.passageLimit { break }
    }
    return explanation
  }

  /// A mention: its sentence, whom it names and how.
  func mention(_ row: UInt32) -> Explanation {
    let details = snapshot.mentionDetails(row)
    let words = text(.mentions, "text", row) ?? ""
    var explanation = Explanation(title: "mention '\(words)'")
    explanation.passages = [passage(of: details)]
    explanation.facts = [.init("article", cited(details.article.row))]
    if let entity = reference(.mentions, "entity", row) {
      let how = details.form == .name ? ground(words, of: entity) : "a description"
      explanation.facts.append(.init("entity", "\(named(entity)): \(how)"))
    }
    if let role = text(.mentions, "role", row) { explanation.facts.append(.init("role", role)) }
    if let epithet = text(.mentions, "epithet", row) {
      explanation.facts.append(.init("epithet", "\(epithet), which stands beside it"))
    }
    return explanation
  }

  /// The sentence of a mention with its words marked.
  func passage(of details: MentionDetails) -> Explanation.Passage {
    let article = details.article.row
    let sentence =
      details.sentence.isEmpty ? sentence(article, around: details.range) : details.sentence
    return passage(article, sentence, [Mark(label: "name", range: details.range)])
  }

  /// Why words are taken for an entity's name.
  func ground(_ words: String, of entity: UInt32) -> String {
    let names = snapshot.names(of: EntityID(row: entity))
    let known = names.first { $0.text == words } ?? names.first { folded($0.text) == folded(words) }
    if let known { return self.words(for: known.ground) }
    let own = text(.entities, "name", entity) ?? ""
    return NameGround(words, of: own).map { self.words(for: $0) } ?? "a name that the article gives"
  }

  private func words(for ground: NameGround) -> String {
    switch ground {
    case .own: "the name itself"
    case .spelling: "another spelling"
    case .lastName: "the last name"
    case .shorter: "a shorter form"
    case .longer: "a longer form"
    case .titled: "with a title"
    case .acronym: "the initials"
    case .expansion: "what the initials stand for"
    case .sameArticle(let article):
      "used beside another of its names in \(text(.articles, "id", article.row) ?? "an article")"
    case .correction: "by your word"
    }
  }
}
