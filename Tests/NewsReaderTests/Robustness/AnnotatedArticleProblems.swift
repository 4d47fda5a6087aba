import NewsModel

extension AnnotatedArticle {
  /// What is wrong with ranges and indices; empty where every row leads back into the text.
  var problems: [String] {
    var check = Check(article: self)
    check.blocks()
    check.sentences()
    check.rows()
    return check.problems
  }

  private struct Check {
    let article: AnnotatedArticle
    let bytes: [UInt8]
    var problems: [String] = []

    init(article: AnnotatedArticle) {
      self.article = article
      bytes = Array(article.article.text.utf8)
    }

    mutating func expect(_ holds: Bool, _ problem: String) {
      if !holds { problems.append(problem) }
    }

    /// A range that is not empty, inside the text, and cuts no character.
    mutating func range(_ range: TextRange, _ what: String) {
      let isInside = range.lower >= 0 && range.upper <= bytes.count && range.lower < range.upper
      expect(isInside, "\(what) \(range) of \(bytes.count) bytes")
      guard isInside else { return }
      for border in [range.lower, range.upper] where border < bytes.count {
        expect(bytes[border] & 0xc0 != 0x80, "\(what) \(range) cuts a character")
      }
    }

    mutating func inSentence(_ range: TextRange, _ sentence: Int, _ what: String) {
      self.range(range, what)
      guard article.sentences.indices.contains(sentence) else {
        return problems.append("\(what) in sentence \(sentence)")
      }
      expect(
        article.sentences[sentence].contains(range),
        "\(what) \(range) outside its sentence \(article.sentences[sentence])")
    }

    mutating func entity(_ index: EntityIndex?, _ what: String) {
      guard let index else { return }
      expect(article.entities.indices.contains(index.position), "\(what): no entity \(index)")
    }

    mutating func blocks() {
      var end = 0
      for block in article.blocks {
        range(block.range, "block")
        expect(block.range.lower >= end, "blocks overlap at \(end)")
        end = block.range.upper
      }
    }

    mutating func sentences() {
      var end = 0
      for sentence in article.sentences {
        range(sentence, "sentence")
        expect(sentence.lower >= end, "sentences overlap at \(end)")
        end = sentence.upper
        expect(
          article.blocks.contains { $0.range.contains(sentence) }, "sentence \(sentence) crosses")
      }
    }

    mutating func rows() {
      for mention in article.mentions {
        inSentence(mention.range, mention.sentence, "mention")
        entity(mention.entity, "mention")
      }
      for figure in article.figures {
        inSentence(figure.range, figure.sentence, "figure")
        for index in figure.about { entity(index, "figure") }
        if let low = figure.low, let high = figure.high {
          expect(low <= high, "figure \(low)>\(high)")
        }
      }
      for report in article.reports {
        inSentence(report.evidence, report.sentence, "evidence")
        for index in report.actors + report.targets { entity(index, "party") }
        entity(report.place, "place")
        expect(Set(report.actors).isDisjoint(with: report.targets), "a party on both sides")
        expect(!(report.actors + report.targets).isEmpty, "a report without parties")
      }
      for quote in article.quotes {
        range(quote.range, "quote")
        entity(quote.speaker, "speaker")
        for index in quote.about { entity(index, "quote") }
        // A quotation may go on over several sentences.
        let sentence =
          article.sentences.indices.contains(quote.sentence)
          ? article.sentences[quote.sentence] : TextRange(0, 0)
        expect(
          sentence.lower <= quote.range.lower && quote.range.lower < sentence.upper,
          "quote \(quote.range) does not begin in its sentence \(sentence)")
      }
      for entity in article.entities { expect(!entity.name.isEmpty, "an entity without a name") }
    }
  }
}
