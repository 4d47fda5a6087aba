internal import NewsModel

/// Countries that a text names only by the words for their people: 'Peruvian troops'.
///
/// They are parties like any other country, and become entities where a report has them.
struct ImpliedCountries {
  /// The countries in order of the first word for each.
  let entities: [Entity]
  private let tokens: [[Int]]

  /// The countries of the demonyms in `document` that no name in it stands for.
  ///
  /// - Complexity: O(*n*) in tokens.
  init(_ document: Document, _ names: CountryNames) {
    let known = Set(
      document.entities.lazy.filter { $0.kind == .place }.flatMap { entity in
        let forms = entity.aliases + [entity.name]
        let isCountry = forms.contains(where: names.isCountry)
        return (forms + (isCountry ? [entity.country].compactMap { $0 } : [])).map(folded)
      })
    let mentions = MentionIndex(document)
    var countries: [String] = []
    var tokens: [[Int]] = []
    for (token, demonym) in names.demonyms(in: document.tokens).enumerated() {
      guard let country = demonym, document.tokens[token].form.first?.isUppercase == true,
        [.adj, .propn, .noun].contains(document.tags[token].universal),
        mentions.mention(at: token) == nil, !known.contains(folded(country))
      else { continue }
      if let position = countries.firstIndex(of: country) {
        tokens[position].append(token)
      } else {
        countries.append(country)
        tokens.append([token])
      }
    }
    entities = countries.map { country in
      var entity = Entity(name: country, kind: .place)
      entity.country = country
      return entity
    }
    self.tokens = tokens
  }

  /// Gives `document` the reports, and those of the countries that they have, with a mention for
  /// each of their words.
  ///
  /// `reports` count the countries behind the entities of `document`.
  func adopt(_ reports: [Report], into document: inout Document) {
    let named = document.entities.count
    let used = entities.indices.filter { position in
      reports.contains { report in
        (report.actors + report.targets).contains(EntityIndex(named + position))
          || report.place == EntityIndex(named + position)
      }
    }
    var places: [EntityIndex: EntityIndex] = [:]
    for (offset, position) in used.enumerated() {
      let entity = EntityIndex(named + offset)
      places[EntityIndex(named + position)] = entity
      document.entities.append(entities[position])
      document.mentions += tokens[position].map { token in
        EntityMention(
          entity: entity, tokens: token..<token + 1, head: token, form: .nominal, epithet: nil)
      }
    }
    if !used.isEmpty { document.mentions.sort { $0.head < $1.head } }
    document.reports = reports.map { report in
      var report = report
      report.actors = report.actors.map { places[$0] ?? $0 }
      report.targets = report.targets.map { places[$0] ?? $0 }
      report.place = report.place.map { places[$0] ?? $0 }
      for index in report.marks.indices {
        report.marks[index].entity = report.marks[index].entity.map { places[$0] ?? $0 }
      }
      return report
    }
  }
}
