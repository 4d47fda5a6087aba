extension PredicateReader {
  func nominal(_ token: Int) -> Predicate {
    var result = Predicate(token: token, kind: .noun)
    addModifiers(of: token, to: &result)
    addSubject(of: token, to: &result)
    if tree.isRelation(token, "conj"), let head = tree.head(token) {
      if result.arguments.isEmpty { addModifiers(of: head, to: &result) }
      addSupport(of: head, to: &result)
    } else {
      for other in tree.children(token, "conj") where result.arguments.isEmpty {
        addModifiers(of: other, to: &result)
      }
      addSupport(of: token, to: &result)
    }
    return result
  }

  /// Possessors, modifiers and prepositional phrases of a noun.
  func modifiers(of noun: Int) -> [Predicate.Argument] {
    var result = Predicate(token: noun, kind: .noun)
    addModifiers(of: noun, to: &result)
    return result.arguments
  }

  func addModifiers(of noun: Int, to result: inout Predicate) {
    for child in tree.children(noun) {
      let relation = tree.relation(child)
      if relation == "nmod:poss" {
        result.arguments.append(.init(function: "poss", token: antecedent(child)))
      } else if tree.isRelation(child, among: ["nmod", "obl"]) {
        if let marker = caseMarker(child) {
          result.arguments.append(.init(function: marker, token: child))
          result.arguments += phrasesOfAct(below: child)
        } else if relation == "nmod:desc" || relation == "nmod" {
          result.arguments.append(.init(function: "comp", token: child))
        }
      } else if tree.isRelation(child, among: ["compound", "amod"]) {
        result.arguments.append(.init(function: "comp", token: child))
        result.particles.append(document.lemmas[child])
      }
    }
  }

  /// 'the firm is in talks with', 'the envoy was on a visit to'.
  private func addSubject(of noun: Int, to result: inout Predicate) {
    guard let marker = caseMarker(noun), ["in", "on", "at"].contains(marker),
      tree.child(noun, "cop") != nil, let subject = tree.child(noun, "nsubj")
    else { return }
    result.arguments.append(.init(function: "subj", token: antecedent(subject)))
  }

  /// 'held talks with', 'talks began between': the verb's arguments belong to the noun.
  func addSupport(of noun: Int, to result: inout Predicate) {
    if tree.isRelation(noun, "nmod"), caseMarker(noun) == "of", let amount = tree.head(noun),
      lexicon.isMember(document.lemmas[amount].lowercased(), of: "partitive")
    {
      // 'began a series of talks with': the verb carries what the amount is of.
      addModifiers(of: amount, to: &result)
      result.arguments.removeAll { $0.token == noun }
      return addSupport(of: amount, to: &result)
    }
    guard let verb = tree.head(noun), document.tags[verb].universal == .verb else {
      if relationKind(noun) == "root" { addRelative(of: noun, to: &result) }
      return
    }
    let lemma = document.lemmas[verb]
    let relation = relationKind(noun)
    let passive = isPassive(verb)
    let isObject = relation == "obj" || (relation == "nsubj" && passive)
    let marker = caseMarker(noun)
    let isIncluded = relation == "obl" && ["in", "into", "for", "to", "on"].contains(marker ?? "")
    let isVisit =
      relation == "obl" && ["on", "during"].contains(marker ?? "")
      && lexicon.isMember(document.lemmas[noun].lowercased(), of: "visit")
    if isVisit || isObject && lexicon.isMember(lemma, of: "light")
      || isIncluded && lexicon.isMember(lemma, of: "light-\(marker ?? "")")
    {
      result.support = verb
      let carrier = verbal(verb, .verb)
      result.arguments += carrier.arguments.filter {
        $0.function != "obj" && $0.token != noun && !(isIncluded && $0.function == marker)
      }
    } else if relation == "nsubj", lexicon.isMember(lemma, of: "occur") {
      result.support = verb
      result.arguments += verbal(verb, .verb).arguments.filter {
        $0.token != noun && $0.function != "subj" && $0.function != "obj"
      }
    }
    if result.support == nil { addRelative(of: noun, to: &result) }
  }

  /// 'talks held in the capital', 'the attack that the group carried out'.
  func addRelative(of noun: Int, to result: inout Predicate) {
    for clause in tree.children(noun, "acl")
    where lexicon.isMember(document.lemmas[clause], of: "light") {
      let carrier = verbal(clause, .verb)
      guard carrier.tokens("obj").contains(noun) else { continue }
      result.support = clause
      result.arguments += carrier.arguments.filter { $0.token != noun }
    }
  }

}
