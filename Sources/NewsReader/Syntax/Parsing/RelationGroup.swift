/// The kinds of relation that transitions tell apart.
///
/// Fewer than there are relations: that makes the model smaller and faster, and the exact relation
/// is found better on the whole tree.
enum RelationGroup: UInt8, CaseIterable, Sendable {
  case subject, object, determiner, nominal, auxiliary, marker, compound, complement, clause
  case punctuation, adposition, oblique, adjective, adverb, conjunct, other

  /// The group of a UD relation; only `nmod:poss` is looked at with its subtype.
  init(relation: String) {
    let base = relation.prefix { $0 != ":" }
    self =
      switch base {
      case "nsubj", "csubj", "expl": .subject
      case "obj", "iobj": .object
      case "det", "nummod": .determiner
      case "nmod": relation == "nmod:poss" ? .determiner : .nominal
      case "aux", "cop": .auxiliary
      case "mark", "cc": .marker
      case "compound", "flat", "fixed", "goeswith": .compound
      case "ccomp", "xcomp": .complement
      case "advcl", "acl", "parataxis": .clause
      case "punct": .punctuation
      case "case": .adposition
      case "obl": .oblique
      case "amod": .adjective
      case "advmod": .adverb
      case "conj": .conjunct
      default: .other
      }
  }
}
