import NewsModel
import Testing

@Suite struct SchemaTests {
  @Test(arguments: Table.allCases)
  func everyTableIsWhole(_ table: Table) {
    let schema = table.schema
    #expect(schema.table == table)
    #expect(Set(schema.fields.map(\.name)).count == schema.fields.count)
    #expect(schema.mainDate.map { schema.fields[$0].type == .date } ?? true)
    #expect(schema.fields.contains { $0.isShown })
    #expect(Table(named: table.name.uppercased()) == table)
    #expect(Table(named: table.singular) == table)
    for field in schema.fields {
      #expect(schema.field(named: field.name)?.schema == field)
      #expect(!field.help.isEmpty)
    }
  }

  @Test func knowsNoOtherTable() {
    #expect(Table(named: "aktors") == nil)
    #expect(Table.entities.singular == "entity")
  }
}
