internal import FoundationEssentials

/// The lessons in a folder, in order of their names.
struct LessonShelf {
  /// The lessons.
  private(set) var lessons: [Lesson] = []
  /// What is wrong with files that hold none: `path:line: message`.
  private(set) var failures: [String] = []

  private static let sizeLimit = 1 << 20

  /// The lessons in the `.md` files of a folder; those that cannot be read are failures.
  init(folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".md") {
      let path = folder + "/" + name
      do throws(Lesson.Mistake) {
        lessons.append(try Self.lesson(at: path, name: String(name.dropLast(3))))
      } catch {
        failures.append("\(path):\(error.line): \(error.message)")
      }
    }
  }

  private static func lesson(at path: String, name: String) throws(Lesson.Mistake) -> Lesson {
    let bytes: [UInt8]?
    do throws(SystemError) {
      bytes = try OpenFile(path).readAll(limit: sizeLimit)
    } catch {
      throw Lesson.Mistake(line: 1, message: error.message)
    }
    guard let text = bytes.flatMap({ String(validating: $0, as: UTF8.self) }) else {
      throw Lesson.Mistake(line: 1, message: "this is no text in UTF-8 of at most a megabyte")
    }
    return try Lesson(text, name: name)
  }

  /// The lesson of a number, a name or the only beginning of one; nil for none or several.
  func lesson(called word: String) -> Lesson? {
    if let number = Int(word) { return lessons.first { $0.number == number } }
    let name = word.lowercased()
    if let lesson = lessons.first(where: { $0.name.lowercased() == name }) { return lesson }
    let found = lessons.filter {
      $0.shortName.lowercased().hasPrefix(name) || $0.title.lowercased().hasPrefix(name)
    }
    return found.count == 1 ? found[0] : nil
  }
}

extension Lesson {
  /// Its name without the number: `first-questions`.
  var shortName: String { String(name.drop { $0.isNumber || $0 == "-" }) }
}
