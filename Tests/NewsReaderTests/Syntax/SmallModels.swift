@testable import NewsReader

/// Models trained in a moment on a few made-up sentences, to test files and training with.
enum SmallModels {
  static let conllu = """
    # newdoc id = one
    1\tRebels\trebel\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
    2\tseized\tseize\tVERB\tVBD\t_\t0\troot\t_\t_
    3\tports\tport\tNOUN\tNNS\t_\t2\tobj\t_\tSpaceAfter=No
    4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

    # newdoc id = two
    1\tThe\tthe\tDET\tDT\t_\t5\tdet\t_\t_
    2\tcoast\tcoast\tNOUN\tNN\t_\t4\tobl\t_\tSpaceAfter=No
    3\t-\t-\tPUNCT\tHYPH\t_\t4\tpunct\t_\tSpaceAfter=No
    4\tbased\tbase\tVERB\tVBN\t_\t5\tamod\t_\t_
    5\tcrew\tcrew\tNOUN\tNN\t_\t6\tnsubj\t_\t_
    6\tfled\tflee\tVERB\tVBD\t_\t0\troot\t_\t_
    7-8\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
    7\tto\tto\tADP\tIN\t_\t8\tcase\t_\t_
    8\tOslo\tOslo\tPROPN\tNNP\t_\t6\tobl\t_\t_
    8.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_


    """

  /// The sentences many times over, since rare classes and transitions are left out; in many
  /// documents, since no document is tagged by a model that has seen it.
  static func treebank() throws -> Treebank {
    try Treebank(
      conllu: (0..<20).map {
        conllu.split(separator: "one").joined(separator: "one \($0)")
          .split(separator: "two").joined(separator: "two \($0)")
      }.joined())
  }

  /// The models, trained once for all tests.
  static let models = try? train()

  static func train() throws -> SyntaxModels {
    SyntaxModels.train(on: try treebank()) { _ in }
  }
}
