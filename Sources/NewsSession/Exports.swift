// A client imports NewsSession alone: the values that cross its API come with it.
@_exported public import Diagnostics
@_exported public import NewsFormats
@_exported public import NewsModel
