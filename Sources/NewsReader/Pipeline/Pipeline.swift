internal import NewsModel

/// Components in the order in which they run.
struct Pipeline: Sendable {
  /// Why components do not fit together.
  enum AssemblyError: Error, Equatable, CustomStringConvertible {
    /// A component needs a layer that no component before it provides.
    case missing(Layer, for: String)
    /// Two components provide one layer.
    case providedTwice(Layer, by: String)

    var description: String {
      switch self {
      case .missing(let layer, let component):
        "\(component) requires the layer '\(layer)', which nothing before it provides"
      case .providedTwice(let layer, let component):
        "\(component) provides the layer '\(layer)', which is there already"
      }
    }
  }

  private let components: [any Component]
  private let names: [String]

  /// A pipeline of `components`, in this order.
  ///
  /// Throws ``AssemblyError`` when one requires what is not there.
  init(_ components: [any Component]) throws(AssemblyError) {
    var present: Set<Layer> = []
    for component in components {
      let type = type(of: component)
      for layer in Layer.allCases where type.requires.contains(layer) && !present.contains(layer) {
        throw .missing(layer, for: String(describing: type))
      }
      for layer in Layer.allCases where type.provides.contains(layer) && present.contains(layer) {
        throw .providedTwice(layer, by: String(describing: type))
      }
      present.formUnion(type.provides)
    }
    self.components = components
    names = components.map { String(describing: type(of: $0)) }
  }

  /// The article after every component has run that reads its language.
  ///
  /// A text that is not English keeps its blocks and words, so that it can be searched, and has no
  /// names, events, quotations or figures: by the rules of English they would be wrong.
  ///
  /// - Parameter step: is called with the name of each component after its turn.
  func annotate(_ article: Article, after step: (String) -> Void = { _ in }) -> Document {
    var document = Document(article: article)
    for (component, name) in zip(components, names) {
      if document.article.isEnglish || type(of: component).readsEveryLanguage {
        component.annotate(&document)
      }
      step(name)
    }
    return document
  }
}
