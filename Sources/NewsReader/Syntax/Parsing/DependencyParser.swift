/// Gives every token its head and relation.
///
/// An arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and Satta 2011) builds the tree with coarse groups
/// of relations, by ``BeamSearch`` with a structured perceptron; a second perceptron names the
/// relations on the whole tree. What it is shown is a ``SentenceFold``: clauses with names as single
/// words; their trees are projective, and what was folded away is hung on them, so that a sentence has
/// one root.
///
/// - Complexity: O(*n*) in the number of tokens, however long a sentence is.
struct DependencyParser: Component {
  static let requires: Set<Layer> = [.tokens, .sentences, .tags, .times, .names]
  static let provides: Set<Layer> = [.tree]

  private let model: ParserModel

  /// A parser with the model that ships with the reader.
  init() throws(ModelError) {
    model = try ParserModel(bytes: ModelFile.resource(named: ParserModel.fileName))
  }

  /// A parser with `model`.
  init(model: ParserModel) { self.model = model }

  func annotate(_ document: inout Document) {
    var scratch = model.scratch()
    var arcs = [Arc](repeating: Arc(head: nil, relation: "root"), count: document.tokens.count)
    var next = 0
    for sentence in document.sentences {
      let first = next
      while next < document.names.count,
        document.names[next].tokens.lowerBound < sentence.tokens.upperBound
      {
        next += 1
      }
      _ = parse(
        sentence.tokens, document.names[first..<next], document, into: &arcs, &scratch)
    }
    document.arcs = arcs
  }

  /// Parses a sentence or an aside of one; returns its root.
  private func parse(
    _ run: Range<Int>, _ names: ArraySlice<NameSpan>, _ document: Document,
    into arcs: inout [Arc], _ scratch: inout ParserModel.Scratch
  ) -> Int? {
    let fold = SentenceFold(run, names: names, in: document)
    var root: Int?
    for (number, clause) in fold.clauses.enumerated() {
      var top = parse(
        clause, pastTenses: fold.pastTenses, document, into: &arcs, &scratch)
      if number == fold.clauses.count - 1, let words = fold.attribution, let said = top,
        let saying = parse(
          words, pastTenses: fold.pastTenses, document, into: &arcs, &scratch)
      {
        arcs[said] = Arc(head: saying, relation: "ccomp")
        top = saying
      }
      if let root, let top { arcs[top] = Arc(head: root, relation: "parataxis") }
      root = root ?? top
    }
    fold.unfold(into: &arcs, root: root, document)
    for aside in fold.asides {
      let inner = names.filter { aside.inner.contains($0.tokens.lowerBound) }
      guard let top = parse(aside.inner, inner[...], document, into: &arcs, &scratch)
      else { continue }
      arcs[top] = Arc(head: anchor(of: aside, arcs, document), relation: aside.relation)
      for mark in aside.tokens where !aside.inner.contains(mark) {
        arcs[mark] = Arc(head: top, relation: "punct")
      }
    }
    return root
  }

  /// The noun that an aside describes: the one before it, or the head of the phrase that this ends.
  private func anchor(of aside: Aside, _ arcs: [Arc], _ document: Document) -> Int {
    var noun = aside.tokens.lowerBound - 1
    let limit = aside.tokens.lowerBound
    while let head = arcs[noun].head, head < limit {
      let relation = arcs[noun].kind
      let isInside =
        ["flat", "compound", "nmod", "punct", "case"].contains(relation)
        && (aside.describesPhrase || relation != "nmod")
      guard isInside, [.noun, .propn].contains(document.tags[head].universal) else { break }
      noun = head
    }
    return noun
  }

  /// Parses the words at `places` as one sentence; returns the place of its root.
  private func parse(
    _ places: [Int], pastTenses: Set<Int>, _ document: Document, into arcs: inout [Arc],
    _ scratch: inout ParserModel.Scratch
  ) -> Int? {
    let context = model.context(
      forms: places.lazy.map { document.tokens[$0].form },
      tags: places.lazy.map {
        pastTenses.contains($0)
          ? PartOfSpeech(universal: .verb, penn: "VBD") : document.tags[$0]
      })
    let tree = model.tree(of: context, &scratch)
    let relations = model.relations(in: tree, context, &scratch.labels)
    var root: Int?
    for (place, head) in tree.heads.enumerated() {
      if head < context.count {
        arcs[places[place]] = Arc(
          head: places[head], relation: model.relations[relations[place]])
      } else {
        root = root ?? places[place]
      }
    }
    return root
  }
}
