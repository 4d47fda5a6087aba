internal import NewsSession

extension Answer {
  /// How its query is written, apart from case, spaces and quotes; nil without a query.
  var spelling: String? {
    canonical?.lowercased().filter { !$0.isWhitespace && $0 != "\"" }
  }
}
