import NewsModel
import Testing

@testable import NewsReader

struct NameCorpusTests {
  private func read(_ documents: [MarkedDocument]) -> [[String]] {
    documents.flatMap(\.sentences).map { sentence in
      sentence.names.map {
        sentence.forms[$0.tokens].joined(separator: " ") + "/" + $0.kind.rawValue.prefix(1)
      }
    }
  }

  @Test func universalNER() throws {
    let documents = try NameCorpus().universalNER(
      """
      # newdoc id = a
      # text = Ana Lima left Oporto
      1\tAna\tB-PER\t-\tx
      2\tLima\tI-PER\t-\tx
      3\tleft\tO\t-\t-
      4\tOporto\tB-LOC\t-\tx

      1\t#\tO\t-\t-
      2\tAcme\tB-ORG\t-\tx

      # newdoc id = b
      1\tyes\tO\t-\t-

      """)
    #expect(documents.map(\.sentences.count) == [2, 1])
    #expect(read(documents) == [["Ana Lima/p", "Oporto/p"], ["Acme/o"], []])
  }

  @Test func columnsWithoutBeginnings() throws {
    // Neighbours of one kind cannot be told apart in this format; other kinds are no names.
    let documents = try NameCorpus().wikiGold(
      "Lisbon I-LOC\nfaces O\nAcme I-ORG\nAna I-PER\nLima I-PER\n\nDanish I-MISC\n")
    #expect(read(documents) == [["Lisbon/p", "Acme/o", "Ana Lima/p"], []])
  }

  @Test func eachWebTextIsADocument() throws {
    let documents = try NameCorpus().emergingEntities(
      "@ana\tO\nTatra\tB-corporation\n\nMoss\tB-product\nLoch\tB-location\nUist\tI-location\n")
    #expect(documents.count == 2)
    #expect(read(documents) == [["Tatra/o"], ["Loch Uist/p"]])
  }

  @Test func spansAreCutDownToNames() throws {
    let documents = try NameCorpus().relationships(
      """
      The\tB-Person
      Danish\tI-Person
      Foreign\tI-Person
      Minister\tI-Person
      Ole\tI-Person
      Krag\tI-Person
      met\tO
      I\tB-Person
      and\tO
      the\tB-Organisation
      Tatra\tI-Organisation
      Group\tI-Organisation
      fighters\tI-Organisation

      """)
    #expect(read(documents) == [["Ole Krag/p", "Tatra Group/o"]])
  }

  @Test func namesAmongMentions() throws {
    func row(_ number: Int, _ form: String, _ tag: String, _ head: Int, _ marks: String) -> String {
      "\(number)\t\(form)\t\(form)\t\(tag)\t_\t_\t\(head)\tdep\t_\t\(marks)\n"
    }
    let text =
      "# newdoc id = a\n"
      + row(1, "President", "PROPN", 2, "Entity=(1-person-new-cf1-2-coref")
      + row(2, "Ole", "PROPN", 4, "_") + row(3, "Krag", "PROPN", 2, "Entity=1)")
      + row(4, "left", "VERB", 0, "_")
      + row(5, "the", "DET", 6, "Entity=(2-place-new-cf2-2-coref")
      + row(6, "town", "NOUN", 4, "_") + row(7, "of", "ADP", 8, "_")
      + row(8, "Bergen", "PROPN", 6, "SpaceAfter=No|Entity=(3-place-new-cf3-1-coref)2)")
      + row(9, ".", "PUNCT", 4, "_") + "\n"
    let documents = try NameCorpus().entities(conllu: text)
    #expect(read(documents) == [["Ole Krag/p", "Bergen/p"]])
  }
}
