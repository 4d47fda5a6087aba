import Testing

/// Sentences with what is clear about them, for the shipped models.
struct GoldSentence: Sendable, CustomTestStringConvertible {
  /// Words with spaces between.
  let text: String
  /// Some of the tree: `dependent relation head`, each word once in the sentence; `root` has no head.
  let arcs: [String]
  /// Some of the tags: `word/UPOS/Penn`.
  let tags: [String]
  /// Whether the shipped models are known to misread it.
  let isMisread: Bool

  var testDescription: String { text }

  init(_ text: String, _ arcs: [String], tags: [String] = [], isMisread: Bool = false) {
    self.text = text
    self.arcs = arcs
    self.tags = tags
    self.isMisread = isMisread
  }

  static let all: [GoldSentence] = [
    GoldSentence(
      "The president of Chile met the trade minister on Tuesday .",
      [
        "met root", "president nsubj met", "minister obj met", "Chile nmod president",
        "of case Chile", "Tuesday obl met", "trade compound minister",
      ],
      tags: ["president/NOUN/NN", "met/VERB/VBD", "Chile/PROPN/NNP", "of/ADP/IN"]),
    GoldSentence(
      "Three soldiers were killed by a roadside bomb near the border .",
      [
        "killed root", "soldiers nsubj:pass killed", "were aux:pass killed",
        "bomb obl:agent killed", "by case bomb", "Three nummod soldiers",
      ],
      tags: ["soldiers/NOUN/NNS", "were/AUX/VBD", "killed/VERB/VBN", "Three/NUM/CD"]),
    GoldSentence(
      "Rebels seized the port and burned two ships .",
      [
        "seized root", "Rebels nsubj seized", "port obj seized", "burned conj seized",
        "and cc burned", "ships obj burned",
      ],
      tags: ["seized/VERB/VBD", "burned/VERB/VBD", "and/CCONJ/CC"]),
    GoldSentence(
      "Police arrested the mayor and his brother in Lima .",
      [
        "arrested root", "Police nsubj arrested", "mayor obj arrested", "brother conj mayor",
        "his nmod:poss brother", "in case Lima",
      ]),
    GoldSentence(
      "Portugal and Spain signed an agreement .",
      [
        "signed root", "Portugal nsubj signed", "Spain conj Portugal", "and cc Spain",
        "agreement obj signed", "an det agreement",
      ]),
    GoldSentence(
      "Kenya 's foreign minister is in Oslo .",
      [
        "Kenya nmod:poss minister", "'s case Kenya", "minister nsubj Oslo", "foreign amod minister",
      ],
      tags: ["'s/PART/POS", "is/AUX/VBZ", "Oslo/PROPN/NNP"]),
    GoldSentence(
      "The company , which is based in Geneva , denied the report .",
      [
        "denied root", "company nsubj denied", "based acl:relcl company",
        "which nsubj:pass based", "Geneva obl based", "in case Geneva", "report obj denied",
      ],
      tags: ["which/PRON/WDT", "based/VERB/VBN"]),
    GoldSentence(
      "He met the man who had built the bridge .",
      [
        "met root", "He nsubj met", "man obj met", "built acl:relcl man", "who nsubj built",
        "bridge obj built", "had aux built",
      ],
      tags: ["who/PRON/WP", "had/AUX/VBD", "built/VERB/VBN"]),
    GoldSentence(
      "She said that the army had left the valley .",
      [
        "said root", "She nsubj said", "left ccomp said", "that mark left", "army nsubj left",
        "had aux left", "valley obj left",
      ],
      tags: ["that/SCONJ/IN", "left/VERB/VBN", "She/PRON/PRP"]),
    GoldSentence(
      "The town was captured by government troops .",
      [
        "captured root", "town nsubj:pass captured", "was aux:pass captured",
        "troops obl:agent captured", "government compound troops",
      ]),
    GoldSentence(
      "He has been accused of selling weapons to the rebels .",
      [
        "accused root", "He nsubj:pass accused", "has aux accused", "been aux:pass accused",
        "selling advcl accused", "weapons obj selling",
      ],
      tags: ["has/AUX/VBZ", "been/AUX/VBN", "selling/VERB/VBG", "weapons/NOUN/NNS"]),
    GoldSentence(
      "Officials do n't expect the talks to end soon .",
      [
        "expect root", "Officials nsubj expect", "do aux expect", "n't advmod expect",
        "end xcomp expect", "to mark end", "soon advmod end",
      ],
      tags: ["do/AUX/VBP", "n't/PART/RB", "expect/VERB/VB", "to/PART/TO"]),
    GoldSentence(
      "A spokesman for the ministry declined to comment .",
      [
        "declined root", "spokesman nsubj declined", "ministry nmod spokesman",
        "comment xcomp declined",
      ]),
    GoldSentence(
      "“ We will not negotiate , ” the envoy told reporters .",
      ["told root", "envoy nsubj told", "negotiate ccomp told", "We nsubj negotiate"],
      tags: ["We/PRON/PRP", "negotiate/VERB/VB", "told/VERB/VBD"]),
    GoldSentence(
      "Norway will send two ships to the gulf .",
      [
        "send root", "Norway nsubj send", "will aux send", "ships obj send", "two nummod ships",
        "gulf obl send",
      ],
      tags: ["will/AUX/MD", "send/VERB/VB"]),
    GoldSentence(
      "The UN-backed government holds the city .",
      ["holds root", "government nsubj holds", "UN-backed amod government", "city obj holds"],
      tags: ["holds/VERB/VBZ"]),
    GoldSentence(
      "Protesters threw stones at police outside the parliament .",
      ["threw root", "Protesters nsubj threw", "stones obj threw", "at case police"]),
    GoldSentence(
      "The court sentenced the general to ten years in prison .",
      ["sentenced root", "court nsubj sentenced", "general obj sentenced", "ten nummod years"],
      tags: ["general/NOUN/NN", "ten/NUM/CD"], isMisread: true),
    GoldSentence(
      "The two leaders agreed to open the border and to exchange prisoners .",
      [
        "agreed root", "leaders nsubj agreed", "open xcomp agreed", "border obj open",
        "exchange conj open", "prisoners obj exchange",
      ], isMisread: true),
    GoldSentence(
      "PRESIDENT MEETS RIVAL IN CAIRO",
      ["MEETS root", "PRESIDENT nsubj MEETS", "RIVAL obj MEETS", "IN case CAIRO"],
      tags: ["MEETS/VERB/VBZ", "IN/ADP/IN"]),
    GoldSentence(
      "the bank ’s chairman was named in the inquiry .",
      [
        "bank nmod:poss chairman", "’s case bank", "chairman nsubj:pass named", "inquiry obl named",
      ],
      tags: ["’s/PART/POS"]),
  ]
}
