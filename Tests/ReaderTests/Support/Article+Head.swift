import NewsModel

extension Article {
  /// What is known of the article besides its text, by the names of the fields.
  var head: [(field: String, value: String)] {
    let fields = [
      ("title", title), ("source", source), ("agency", agency), ("author", author),
      ("published", published?.description), ("place", place),
    ]
    return fields.compactMap { field, value in value.map { (field, $0) } }
  }
}
