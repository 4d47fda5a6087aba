internal import Foundation
internal import NewsReader

/// Trains the reader's models from treebanks, and shows what they make of a text.
@main struct TrainReader {
  private static let usage = """
    usage: train-reader DATA OUT           train on the files of DATA, write to OUT
           train-reader score DATA MODELS  measure the models in MODELS on DATA's dev files
           train-reader test DATA MODELS   the same on the test files, for the final figure only
           train-reader names DATA OUT     train the names alone, with OUT's tagger
           train-reader names-dev DATA MODELS   measure the names on parts of DATA's dev file
           train-reader names-test DATA MODELS  measure the names on DATA's test file, once
           train-reader time DATA MODELS   measure how fast they load and read
           train-reader types FILE         measure the event types of FILE's sentences, JSON lines
           train-reader lemmas DATA        measure the lemmatizer, list its commonest errors
           train-reader times DATA [test]  measure the dates of DATA's time expressions
           train-reader coreference DATA [GENRE]  measure whom pronouns and descriptions stand for
           train-reader coreference-train DATA OUT  train the weights of what they stand for
           train-reader links FILE         print FILE with the names that its pronouns stand for
           train-reader countries ISO OUT  write the lists of countries and their parts
           train-reader parse MODELS FILE  print FILE, one sentence of words a line, as CoNLL-U
    """

  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    do {
      switch (arguments.first, arguments.count) {
      case ("score", 3):
        try score(["ewt-dev", "gum-dev"], data: arguments[2], models: load(arguments[3]))
      case ("test", 3):
        try score(["ewt-test", "gum-test"], data: arguments[2], models: load(arguments[3]))
      case ("names", 3): try trainNames(data: arguments[2], out: arguments[3])
      case ("names-dev", 3): try validateNames(data: arguments[2], models: arguments[3])
      case ("names-test", 3): try testNames(data: arguments[2], models: arguments[3])
      case ("time", 3): try time(data: arguments[2], models: arguments[3])
      case ("types", 2): try TypeScoreCommand.run(arguments[2])
      case ("lemmas", 2): try lemmas(data: arguments[2])
      case ("times", 2): try TimesCommand.run(data: arguments[2], isTest: false)
      case ("times", 3) where arguments[3] == "test":
        try TimesCommand.run(data: arguments[2], isTest: true)
      case ("coreference", 2): try CoreferenceCommand.run(data: arguments[2], genre: nil)
      case ("coreference", 3):
        try CoreferenceCommand.run(data: arguments[2], genre: arguments[3])
      case ("coreference-train", 3):
        try CoreferenceCommand.train(data: arguments[2], out: arguments[3])
      case ("links", 2): try CoreferenceCommand.printLinks(arguments[2])
      case ("parse", 3): try parse(models: load(arguments[2]), file: arguments[3])
      case ("countries", 3): try CountryListCommand.run(Array(arguments.dropFirst()))
      case ("score", _), ("test", _), ("time", _), ("times", _), ("types", _), ("lemmas", _),
        ("parse", _), ("coreference", _), ("coreference-train", _), ("links", _), ("countries", _),
        ("names", _), ("names-dev", _), ("names-test", _):
        refuse()
      case (_, 2): try train(data: arguments[1], out: arguments[2])
      default: refuse()
      }
    } catch {
      note("train-reader: \(error)")
      exit(1)
    }
  }

  private static func refuse() {
    note(usage)
    exit(2)
  }

  private static func train(data: String, out: String) throws {
    let treebank = try treebank(data, "ewt-train") + treebank(data, "gum-train")
    note("\(treebank.sentences.count) sentences")
    let models = SyntaxModels.train(on: treebank, report: note)
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    for file in models.files() {
      try Data(file.bytes).write(to: URL(filePath: "\(out)/\(file.name)"))
      print("\(file.name): \(file.bytes.count) bytes")
    }
    try score(["ewt-dev", "gum-dev"], data: data, models: models)
    try trainNames(data: data, out: out)
    // Reads with the models that ship, so that it repeats once those are what was written.
    try CoreferenceCommand.train(data: data, out: out)
  }

  private static func trainNames(data: String, out: String) throws {
    let model = try NameTraining(data: data, tagger: bytes(of: "tagger.model", in: out))
      .train(note: note)
    try Data(model).write(to: URL(filePath: "\(out)/\(NameModels.fileName)"))
    print("\(NameModels.fileName): \(model.count) bytes")
  }

  private static func validateNames(data: String, models: String) throws {
    try NameTraining(data: data, tagger: bytes(of: "tagger.model", in: models)).validate()
  }

  private static func testNames(data: String, models: String) throws {
    try NameTraining(data: data, tagger: bytes(of: "tagger.model", in: models))
      .test(model: bytes(of: NameModels.fileName, in: models))
  }

  private static func bytes(of file: String, in folder: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(file)")))
  }

  private static func score(
    _ names: [String], data: String, models: SyntaxModels
  ) throws {
    for name in names {
      let treebank = try treebank(data, name)
      for (form, sentences) in [
        ("hyphens split", treebank), ("hyphens joined", treebank.joiningHyphens()),
      ] {
        let (score, time) = processorTime { models.score(on: sentences) }
        let speed = Int(Double(score.words) / max(time, 1e-3) / 1000)
        print("\(name), \(form): \(score.line); \(speed) thousand words a second")
      }
    }
  }

  private static func time(data: String, models folder: String) throws {
    var models = try load(folder)
    let loads = try (0..<20).map { _ in try processorTime { models = try load(folder) }.seconds }
    print("fastest of 20 loads: \(milliseconds(loads)) ms of processor time")
    let treebank = try treebank(data, "ewt-dev").joiningHyphens()
    let words = treebank.sentences.reduce(0) { $0 + $1.count }
    let runs = (0..<5).map { _ in processorTime { models.score(on: treebank) }.seconds }
    print("fastest of 5 runs over \(words) words: \(milliseconds(runs)) ms of processor time")
  }

  private static func milliseconds(_ seconds: [Double]) -> Int {
    Int((seconds.min() ?? 0) * 1000)
  }

  /// What `work` gives and the processor time that it takes, which does not depend on how busy the
  /// machine is.
  private static func processorTime<Result>(
    _ work: () throws -> Result
  ) rethrows -> (result: Result, seconds: Double) {
    let start = clock()
    let result = try work()
    // POSIX has it count in millionths of a second.
    return (result, Double(clock() - start) / 1_000_000)
  }

  private static func parse(models: SyntaxModels, file: String) throws {
    let text = try String(contentsOf: URL(filePath: file), encoding: .utf8)
    for line in text.split(separator: "\n") {
      print(models.conllu(line.split(separator: " ").map(String.init)), terminator: "")
    }
  }

  private static func lemmas(data: String) throws {
    for name in ["ewt-train", "gum-train", "ewt-dev", "gum-dev"] {
      let score = try LemmaScore(of: treebank(data, name).joiningHyphens())
      print("\(name): \(score.line)")
      if name.hasSuffix("train") {
        for error in score.commonestErrors.prefix(150) { print("  \(error)") }
      }
    }
  }

  private static func treebank(_ data: String, _ name: String) throws -> Treebank {
    let url = URL(filePath: "\(data)/treebank/\(name).conllu")
    return try Treebank(conllu: String(contentsOf: url, encoding: .utf8))
  }

  private static func load(_ folder: String) throws -> SyntaxModels {
    try SyntaxModels(
      taggerBytes: bytes(of: "tagger.model", in: folder),
      parserBytes: bytes(of: "parser.model", in: folder))
  }

  private static func note(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }
}
