internal import NewsSession

/// A file that results go to in place of the console.
struct ResultFile {
  /// Takes what is written.
  var sink: any TextSink
  /// Its name.
  var path: String
  /// The format of its ending, or the one chosen since; nil for that of the console.
  var format: ResultFormat?

  /// A file whose format its ending says.
  init(sink: any TextSink, path: String) {
    self.sink = sink
    self.path = path
    format = ResultFormat(fileName: path)
  }
}

extension ResultFormat {
  /// The format that the ending of a file's name stands for; nil for any other ending.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    default: return nil
    }
  }
}
