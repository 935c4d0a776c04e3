extension DiagnosticCode {
  static let fileArticles: [DiagnosticCode: DiagnosticArticle] = [
    .notUTF8: DiagnosticArticle(
      "文件不是 UTF-8", "file is not UTF-8",
      what: "The bytes of the file cannot be read as UTF-8. The place is the first byte that cannot.",
      why: "A file in GBK would load as other words than its author wrote, and the rule would look for those.",
      fix: "Save the file as UTF-8.",
      wrong: "title: {zh: <D2 F8 D0 D0>, en: Bank}    # GBK bytes", right: "title: {zh: 银行, en: Bank}"),
    .fileTooLarge: DiagnosticArticle(
      "文件过大", "file too large",
      what: "The file is longer than a rule file may be (1 MiB).",
      why: "A rule of that size cannot be read by a person, and reading it costs every start.",
      fix: "Split the rule, or move its words to a list under shared/.",
      wrong: "phrases: [… fifty thousand words …]", right: "terms: product-names    # shared/product-names.txt"),
    .syntax: DiagnosticArticle(
      "YAML 语法错误", "not YAML",
      what: "The YAML reader could not understand the file. The message is its own; the place is where it gave up.",
      why: "Nothing behind this place was read, so nothing else can be said about the file.",
      fix: "Look at this line and the one above: a missing quote, a colon inside a value, an indentation that is off by one.",
      wrong: "why: note: disclosures are elsewhere", right: "why: 'note: disclosures are elsewhere'"),
    .tab: DiagnosticArticle(
      "含制表符", "tab in a rule file",
      what: "There is a tab character.",
      why: "A tab looks like blanks and is not; YAML treats it differently from place to place.",
      fix: "Indent with blanks. Inside a text write \\t in double quotes; in a pattern write \\t.",
      wrong: "find:\n<TAB>promise: {phrases: [保本]}", right: "find:\n  promise: {phrases: [保本]}"),
    .anchorOrAlias: DiagnosticArticle(
      "使用了锚点或别名", "anchor or alias",
      what: "The file names a value with & or refers to one with *.",
      why: "A rule is read aloud and signed where it stands; a value that comes from elsewhere is not read.",
      fix: "Write the value out. Words that many rules use belong in a list or a cue under shared/.",
      wrong: "a: {phrases: &words [保本]}\nb: {phrases: *words}", right: "a: {terms: promise-words}"),
    .tag: DiagnosticArticle(
      "使用了类型标签", "tag",
      what: "A value carries a YAML tag such as !!str.",
      why: "Every value is text that its slot reads; a tag could only say something else than the slot does.",
      fix: "Delete the tag. Quote the value if it looks like something else.",
      wrong: "version: !!str 1.0.0", right: "version: 1.0.0"),
    .duplicateKey: DiagnosticArticle(
      "键重复", "duplicate key",
      what: "The same key stands twice in one mapping. The place is the second one.",
      why: "Only one of the two could count, and two readers may not pick the same.",
      fix: "Join the two values, or delete one.",
      wrong: "find:\n  promise: {phrases: [保本]}\n  promise: {phrases: [刚兑]}", right: "find:\n  promise: {phrases: [保本, 刚兑]}"),
    .secondDocument: DiagnosticArticle(
      "文件含第二个文档", "second document",
      what: "A line --- begins a second YAML document.",
      why: "One file is one rule: its path is its id.",
      fix: "Move the second document to a file of its own.",
      wrong: "rule: masking.cn.mobile\n…\n---\nrule: masking.cn.landline", right: "rule: masking.cn.mobile\n…"),
    .tooDeep: DiagnosticArticle(
      "嵌套过深", "nested too deep",
      what: "Lists and mappings are nested deeper than 32 levels.",
      why: "No slot of the rule language is: this is a slip of the keyboard, or an attack on the reader.",
      fix: "Check the brackets.",
      wrong: "facts: [[[[[[[[[[…", right: "facts: [context]"),
    .emptyFile: DiagnosticArticle(
      "文件为空", "empty file",
      what: "The file holds nothing but comments and blank lines.",
      why: "A rule that was emptied by accident would silently stop judging.",
      fix: "Write the rule, or delete the file.",
      wrong: "# rule: masking.cn.mobile", right: "rule: masking.cn.mobile\n…"),
    .keyNotText: DiagnosticArticle(
      "键不是文字", "key is not a word",
      what: "A list or a mapping stands where a key must be.",
      why: "The slots of the rule language have names.",
      fix: "Check the brackets, or quote the key.",
      wrong: "find: {[promise]: {phrases: [保本]}}", right: "find: {promise: {phrases: [保本]}}"),
    .unknownFile: DiagnosticArticle(
      "无人读取的文件", "file that nothing reads",
      what: "The file lies in the rule directory and is neither a rule nor anything that rules use.",
      why: "A rule saved under a wrong name is never loaded, and nobody notices.",
      fix: "Rules end in .yaml and lie in a family's folder; lists are shared/*.txt, schemas schemas/*.json.",
      wrong: "masking/cn/mobile.yml", right: "masking/cn/mobile.yaml"),
  ]
}
