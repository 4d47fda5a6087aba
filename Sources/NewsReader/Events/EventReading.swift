internal import NewsModel

/// The coding of one document.
struct EventReading {
  let document: Document
  let lexicon: FrameLexicon
  let contexts: ContextLexicon
  let reader: PredicateReader
  let resolver: PartyResolver
  let matcher: FrameMatcher
  let statusReader: StatusReader
  let scope: ClauseScope
  let places: PlaceFinder
  let replies: ReplyResolver

  init(
    _ document: Document, _ lexicon: FrameLexicon, _ contexts: ContextLexicon,
    _ countries: CountryNames
  ) {
    self.document = document
    self.lexicon = lexicon
    self.contexts = contexts
    reader = PredicateReader(document, DependencyTree(document.arcs), lexicon)
    resolver = PartyResolver(document, reader, lexicon, countries)
    matcher = FrameMatcher(document, reader, resolver, lexicon)
    statusReader = StatusReader(document, reader, lexicon)
    scope = ClauseScope(document, reader)
    places = PlaceFinder(
      document: document, reader: reader, scope: scope, resolver: resolver, lexicon: lexicon)
    replies = ReplyResolver(document, reader, lexicon)
  }

  func reports() -> [Report] {
    var matches: [Int: FrameMatcher.Match] = [:]
    var consumed: Set<Int> = []
    for sentence in document.sentences where sentence.tokens.count <= EventCoder.sentenceLimit {
      for token in sentence.tokens {
        guard let kind = kind(of: token), let match = matcher.match(token, kind) else { continue }
        matches[token] = match
        consumed.formUnion(match.consumed)
      }
    }
    let hosts = absorbMeetings(&matches)
    var reports: [Report] = []
    var tokens: [Int] = []
    for token in matches.keys.sorted() where !consumed.contains(token) && hosts[token] == nil {
      guard let match = matches[token] else { continue }
      guard let report = report(match, matches, after: reports) else { continue }
      reports.append(report)
      tokens.append(token)
    }
    dateByArrivals(&reports, tokens: tokens, matches)
    dateBySequence(&reports, tokens: tokens)
    placeBySetting(&reports)
    return ReportMerger(isCountry: resolver.isCountry).merged(reports)
  }

  /// 'flew to the capital to meet the king' is one visit: gives it the other parties of the meeting.
  ///
  /// Returns the meetings that are told as part of a visit, each with the word of the visit.
  func absorbMeetings(_ matches: inout [Int: FrameMatcher.Match]) -> [Int: Int] {
    var hosts: [Int: Int] = [:]
    for (token, match) in matches
    where match.frame.type == .consult && match.frame.mode != "visit" {
      var current = token
      for ancestor in reader.tree.ancestors(of: token).prefix(2) {
        guard
          ["advcl", "xcomp", "obl", "acl", "nmod", "obj"].contains(reader.relationKind(current)),
          isPartOfVisit(current)
        else { break }
        if matches[ancestor]?.frame.mode == "visit" {
          hosts[token] = ancestor
          break
        }
        current = ancestor
      }
    }
    for (meeting, host) in hosts.sorted(by: { $0.key < $1.key }) {
      guard let visit = matches[host], let met = matches[meeting] else { continue }
      let guests = (met.actors + met.targets).filter {
        !visit.actors.contains($0) && !visit.targets.contains($0)
      }
      matches[host] = visit.adding(targets: guests)
    }
    return hosts
  }

  /// Whether a clause is a visit's purpose or circumstance: not 'after', not a relative clause.
  func isPartOfVisit(_ token: Int) -> Bool {
    if reader.tree.relation(token) == "acl:relcl" { return false }
    guard reader.relationKind(token) == "advcl" else { return true }
    return reader.mark(token).map { $0 == "to" } ?? (document.tags[token].penn == "VBG")
  }

  func kind(of token: Int) -> Frame.Kind? {
    switch document.tags[token].universal {
    case .verb: return .verb
    case .noun: return .noun
    case .adj: return document.tags[token].penn == "VBN" ? .verb : .adjective
    case .propn: return resolver.entity(at: token) == nil && isTitleCase(token) ? .noun : nil
    default: return nil
    }
  }

  /// Whether a capital says nothing: in headlines and at the beginning of sentences.
  func isTitleCase(_ token: Int) -> Bool {
    let sentence = document.sentences[document.tokens[token].sentence]
    return sentence.tokens.lowerBound == token
      || (document.blocks.indices.contains(sentence.block)
        && document.blocks[sentence.block].kind == .headline)
  }

  // MARK: One report

  func report(
    _ match: FrameMatcher.Match, _ matches: [Int: FrameMatcher.Match], after told: [Report]
  ) -> Report? {
    var reading = statusReader.reading(match.predicate)
    guard !reading.isSilent, !isSilenced(reading, matches), !isCausative(match.predicate.token)
    else { return nil }
    var act = Act(match)
    if match.frame.options.contains(.commits) { commit(&act, match, matches) }
    addAccused(&act, reading, matches)
    if act.actors.isEmpty, let cause = reading.governors.first(where: { isCausative($0) }),
      let subject = reader.surfaceSubject(cause)
    {
      act.actors = resolver.parties(subject).filter { !act.targets.contains($0) }
    }
    let speaker = speaker(match.predicate, reading)
    reinterpret(&act, &reading, speaker, match.predicate)
    if act.targets.isEmpty, [.reject, .threaten, .agree, .concede, .request].contains(act.type) {
      act.targets = complementParties(match.predicate.token).filter { !act.actors.contains($0) }
    }
    if act.targets.isEmpty, act.type == .threaten {
      act.targets = partiesOfCondition(match.predicate.token).filter { !act.actors.contains($0) }
    }
    if act.mode == "visit" || act.type == .sanction { act.targets = countries(of: act) }
    if act.targets.isEmpty, !match.frame.isMutual {
      act.targets = replies.addressees(
        of: act.type, by: act.actors, match.predicate, after: told)
    }
    if act.targets.isEmpty, concernsHome(act, match), let home = resolver.home,
      !act.actors.contains(home)
    {
      act.targets = [home]
    }
    if let state = stateBehind(act, match, matches) { act.actors = [state] }
    guard isWorthTelling(act, match) else { return nil }
    let token = match.predicate.token
    let keepsComplements = [.request, .threaten, .concede, .agree, .reject, .accuse]
      .contains(act.type)
    var report = Report(
      type: act.type, action: match.frame.lemma,
      evidence: scope.evidence(match.predicate, keepingComplements: keepsComplements),
      sentence: document.tokens[token].sentence, frame: match.frame.name)
    report.mode = act.mode
    report.actors = ordered(act.actors)
    report.targets = ordered(act.targets.filter { !act.actors.contains($0) })
    report.status = status(match, act, reading, speaker)
    report.place = place(match, act, report.status, matches)
    let time = time(match, report.status)
    if let time {
      report.date = time.date
      report.partialDate = time.date == nil ? time.partialDate : nil
      report.dateBasis = time.date == nil ? nil : time.basis
    }
    report.attribution = speaker?.text
    report.contexts = contexts.contexts(
      of: scope.clause(token, keepingComplements: true).sorted().map { document.lemmas[$0] })
    report.marks = marks(of: report, match, time: time, speaker: speaker)
    return report
  }

  func ordered(_ entities: [EntityIndex]) -> [EntityIndex] { entities.sorted() }
}
