internal import NewsModel

/// Reads off a dependency tree who stands in which function to a verb, noun or adjective.
///
/// Undoes passives, relative clauses, participles, conjunction, control and support verbs.
struct PredicateReader {
  let document: Document
  let tree: DependencyTree
  let lexicon: FrameLexicon
  let timeTokens: Set<Int>
  /// Words of names: 'WHO' is one, whatever its tag.
  let nameTokens: Set<Int>

  /// Words of names of places.
  let placeTokens: Set<Int>

  /// Prepositions before the person whom a request or warning goes to.
  static let splitPrepositions: Set<String> = ["on", "upon", "for", "with"]

  /// Most steps that an inherited subject is followed.
  static let inheritanceLimit = 8

  init(_ document: Document, _ tree: DependencyTree, _ lexicon: FrameLexicon) {
    self.document = document
    timeTokens = document.times.reduce(into: []) { $0.formUnion($1.tokens) }
    placeTokens = document.names.reduce(into: []) {
      if $1.kind == .place { $0.formUnion($1.tokens) }
    }
    nameTokens = document.names.reduce(into: []) { $0.formUnion($1.tokens) }
    self.tree = tree
    self.lexicon = lexicon
  }

  /// The predicate at `token`, whose word takes frames of `kind`.
  func predicate(_ token: Int, _ kind: Frame.Kind) -> Predicate {
    kind == .noun ? nominal(token) : verbal(token, kind)
  }

  // MARK: Verbs

  func verbal(_ token: Int, _ kind: Frame.Kind) -> Predicate {
    var result = Predicate(token: token, kind: kind)
    let passive = isPassive(token)
    let subjects = subjects(token)
    let stray = subjects.filter { tree.head($0) != token }
    result.arguments += stray.map {
      .init(function: passive && kind == .verb ? "obj" : "subj", token: antecedent($0))
    }
    for child in tree.children(token) {
      switch relationKind(child) {
      case "nsubj", "csubj":
        guard subjects.contains(child) else { continue }
        let logical = passive && kind == .verb ? "obj" : "subj"
        result.arguments.append(.init(function: logical, token: antecedent(child)))
      case "obj": result.arguments.append(.init(function: "obj", token: antecedent(child)))
      case "iobj": result.arguments.append(.init(function: "iobj", token: antecedent(child)))
      case "obl", "nmod":
        guard let marker = caseMarker(child) else {
          if isBareObject(child, of: token) {
            result.arguments.append(.init(function: "obj", token: child))
          }
          continue
        }
        let isAgent = passive && marker == "by" || tree.relation(child) == "obl:agent"
        result.arguments.append(
          .init(function: isAgent ? "subj" : marker, token: antecedent(child)))
        result.arguments += phrasesOfAct(below: child)
      case "advcl", "ccomp", "xcomp":
        // 'called on the mayor to resign', where the parser took 'on' for a conjunction.
        guard let marker = tree.child(child, "mark"), marker > token,
          Self.splitPrepositions.contains(document.tokens[marker].lower),
          let subject = tree.child(child, "nsubj")
        else { continue }
        result.arguments.append(
          .init(function: document.tokens[marker].lower, token: antecedent(subject)))
      case "compound", "advmod": result.particles.append(document.lemmas[child])
      default: break
      }
    }
    if passive, kind == .verb, !result.has("subj"), let agent = strayAgent(token) {
      result.arguments.append(.init(function: "subj", token: agent))
    }
    inheritArguments(&result, passive)
    // 'militia leader Rivera': a title that the parser took for an argument of its own.
    let arguments = result.arguments
    result.arguments.removeAll { title in
      document.tags[title.token].universal == .noun
        && arguments.contains { $0.function == title.function && $0.token == title.token + 1 }
    }
    return result
  }

  /// The subject of a verb as the parser has it: the nearest where it found several, and no time or
  /// number.
  func subjects(_ verb: Int) -> [Int] {
    var found = tree.children(verb).filter { tree.isRelation($0, among: ["nsubj", "csubj"]) }
    if found.isEmpty {
      // 'has once again rejected', where the subject was left with the auxiliary.
      found = tree.children(verb, "aux").flatMap { tree.children($0, "nsubj") }
    }
    guard found.count > 1 || found.contains(where: isTime) else { return found }
    let fitting = found.filter { !isTime($0) && document.tags[$0].universal != .num }
    return [fitting.last { $0 < verb } ?? fitting.first].compactMap { $0 }
  }

  /// 'talks in Oslo with the mayor', where the parser took 'Oslo with the mayor' together.
  func phrasesOfAct(below place: Int) -> [Predicate.Argument] {
    guard placeTokens.contains(place) || isTime(place) else { return [] }
    return tree.children(place, "nmod").compactMap { child in
      guard let marker = caseMarker(child),
        ["with", "by", "against", "over", "between", "from", "to"].contains(marker)
      else { return nil }
      return .init(function: marker, token: child)
    }
  }

  func inheritArguments(_ result: inout Predicate, _ passive: Bool) {
    let token = result.token
    if subjects(token).isEmpty,
      let subject = subordinateSubject(token)
        ?? inheritedSubject(token, Self.inheritanceLimit) ?? neighbour(token)
    {
      result.arguments.removeAll { $0.token == subject }
      result.arguments.append(.init(function: passive ? "obj" : "subj", token: subject))
    }
    if tree.relation(token) == "acl:relcl", let noun = tree.head(token), !isAdverbial(token) {
      let filled = result.arguments.contains { $0.token == noun }
      if !filled {
        if !result.has("subj") && !passive {
          result.arguments.append(.init(function: "subj", token: noun))
        } else if !result.has("obj") {
          result.arguments.append(.init(function: "obj", token: noun))
        }
      }
    }
    // 'arrested and deported the editor': the object stands with the last verb.
    if !passive, !result.has("obj"),
      let next = tree.children(token, "conj").first(where: { $0 > token && $0 - token <= 4 }),
      tree.child(next, "nsubj") == nil, let object = tree.child(next, "obj")
    {
      result.arguments.append(.init(function: "obj", token: antecedent(object)))
    }
  }

  /// Whether a relative clause begins with 'where' or 'when', so that the noun is no argument of it.
  private func isAdverbial(_ token: Int) -> Bool {
    tree.children(token, "advmod").contains { document.tags[$0].penn == "WRB" }
  }

  /// The subject as it stands before the verb, own or inherited.
  func surfaceSubject(_ token: Int, _ limit: Int = inheritanceLimit) -> Int? {
    let own = subjects(token).first
    return own.map { antecedent($0) } ?? subordinateSubject(token) ?? inheritedSubject(token, limit)
      ?? neighbour(token)
  }

  func inheritedSubject(_ token: Int, _ limit: Int) -> Int? {
    guard limit > 0, let head = tree.head(token) else { return nil }
    switch relationKind(token) {
    case "acl": return tree.relation(token) == "acl:relcl" ? nil : aclSubject(token, head, limit)
    case "amod": return isPassive(token) ? head : nil
    case "conj": return surfaceSubject(head, limit - 1) ?? outerHead(head, token)
    case "xcomp", "ccomp", "advcl":
      if relationKind(token) == "ccomp", document.tags[token].penn != "VB" { return nil }
      return controller(token, head, limit)
    case "parataxis":
      // 'has been active there, often visiting the island'
      let takesSubject =
        document.tags[head].universal == .verb
        || document.tags[head].universal == .adj && document.tags[token].penn == "VBG"
      return takesSubject ? surfaceSubject(head, limit - 1) : nil
    default: return nil
    }
  }

  /// A conjunct of a relative or participle clause shares the noun that the clause modifies.
  func outerHead(_ head: Int, _ token: Int) -> Int? {
    tree.isRelation(head, "acl") ? tree.head(head) : nil
  }

  /// 'troops guarding the port', 'a man arrested', 'a plan to leave'.
  func aclSubject(_ token: Int, _ noun: Int, _ limit: Int) -> Int? {
    let penn = document.tags[token].penn
    guard penn == "VB" || hasMark(token) else { return noun }
    if let owner = tree.child(noun, "nmod:poss") { return owner }
    if let governor = tree.head(noun), tree.isRelation(noun, among: ["obj", "obl"]) {
      return surfaceSubject(governor, limit - 1)
    }
    return nil
  }

  /// The object of 'urge X to', else the subject of 'agree to'.
  func controller(_ token: Int, _ head: Int, _ limit: Int) -> Int? {
    guard [.verb, .adj, .aux, .noun].contains(document.tags[head].universal) else { return nil }
    let takesObject: Bool
    switch relationKind(token) {
    case "advcl":
      if let cause = causeOfResult(token, head) { return cause }
      takesObject = mark(token).map { ["of", "from", "for", "into"].contains($0) } ?? false
    default: takesObject = true
    }
    if takesObject {
      if let object = tree.child(head, "obj") { return antecedent(object) }
      if let person = tree.child(head, "iobj") { return antecedent(person) }
      if lexicon.isMember(document.lemmas[head], of: "request-on"),
        let oblique = tree.children(head, "obl").first(where: {
          ["on", "upon", "with", "to", "for"].contains(caseMarker($0) ?? "")
        })
      {
        return oblique
      }
    }
    return surfaceSubject(head, limit - 1)
  }

  /// Whether the surface subject of the verb at `token` is its logical object.
  func isPassive(_ token: Int) -> Bool {
    guard document.tags[token].universal == .verb || document.tags[token].penn == "VBN" else {
      return false
    }
    if isPerfect(token) { return false }
    var hasAuxiliary = false
    for child in tree.children(token) {
      let relation = tree.relation(child)
      if relation == "aux:pass" || relation == "nsubj:pass" || relation == "csubj:pass" {
        return true
      }
      if relation == "aux" { hasAuxiliary = true }
    }
    let penn = document.tags[token].penn
    guard penn == "VBN" || penn == "VBD", !hasAuxiliary, tree.child(token, "obj") == nil else {
      return false
    }
    if relationKind(token) == "conj", let head = tree.head(token),
      tree.child(token, "nsubj") == nil
    {
      return isPassiveForm(head)
    }
    if lacksObject(token) { return true }
    guard penn == "VBN", !followsHave(token) else { return false }
    // Outside headlines a participle with a subject of its own is a past tense that was mistaken.
    return tree.child(token, "nsubj") == nil || isHeadline(token)
  }

  /// 'Ex-leader jailed for ten years': in a headline nobody jails without somebody who is jailed.
  private func lacksObject(_ token: Int) -> Bool {
    isHeadline(token) && ["root", "parataxis", "ccomp"].contains(relationKind(token))
      && lexicon.isMember(document.lemmas[token].lowercased(), of: "undergone")
      && !tree.children(token).contains {
        tree.isRelation($0, among: ["obj", "iobj", "ccomp", "xcomp", "conj"])
          || caseMarker($0) == nil && isBareObject($0, of: token)
      }
  }

  /// 'had held': whatever the tree makes of the subject, no passive has 'have' without 'be'.
  private func isPerfect(_ token: Int) -> Bool {
    let auxiliaries = tree.children(token, "aux").map { document.lemmas[$0].lowercased() }
    return auxiliaries.contains("have") && !auxiliaries.contains("be")
      && !auxiliaries.contains("get")
  }

  func isPassiveForm(_ token: Int) -> Bool {
    tree.children(token).contains {
      tree.relation($0) == "aux:pass" || tree.relation($0) == "nsubj:pass"
    } || (tree.isRelation(token, among: ["acl", "amod"]) && document.tags[token].penn == "VBN")
  }

  // MARK: Words

  /// The universal part of the relation of `token`.
  func relationKind(_ token: Int) -> String { tree.kind(token) }

  /// The preposition of a phrase: `with`; nil where there is none.
  func caseMarker(_ token: Int) -> String? {
    tree.child(token, "case").map { document.tokens[$0].lower }
      .flatMap { $0 == "'s" || $0 == "’s" || $0 == "'" || $0 == "’" ? nil : $0 }
  }

  /// The subordinating word of a clause, in lower case.
  func mark(_ token: Int) -> String? {
    tree.child(token, "mark").map { document.tokens[$0].lower }
  }

  func hasMark(_ token: Int) -> Bool { tree.child(token, "mark") != nil }

  /// The noun that a relative pronoun stands for; any other token itself.
  func antecedent(_ token: Int) -> Int {
    let penn = document.tags[token].penn
    guard penn.hasPrefix("W"), !nameTokens.contains(token) else { return token }
    var current = token
    for ancestor in tree.ancestors(of: token) {
      if tree.relation(current) == "acl:relcl" { return ancestor }
      current = ancestor
    }
    return isolatedAntecedent(token) ?? token
  }
}
