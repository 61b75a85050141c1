//! The command line as it is typed. Texts of the help are in `text::help`, in both languages.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::names::ending;

/// Everything typed.
#[derive(Debug, Parser)]
#[command(name = "risiko", version, disable_help_flag = true, disable_version_flag = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Flags that every command has.
#[derive(Debug, Clone, Args)]
pub(super) struct Global {
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "SPROG",
        env = "RISIKO_LANG",
        default_value_t = LangArg::Da,
        display_order = 900
    )]
    pub(super) lang: LangArg,
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "FARVE",
        default_value_t = ColorArg::Auto,
        display_order = 901
    )]
    pub(super) color: ColorArg,
    #[arg(long, short, global = true, display_order = 902)]
    pub(super) quiet: bool,
    #[arg(long, global = true, value_name = "MAPPE", display_order = 903)]
    pub(super) catalog: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LangArg {
    Da,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorArg {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArg {
    Text,
    Json,
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Note,
    Warning,
    Error,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SortArg {
    Id,
    Risk,
    Residual,
    Title,
    Area,
    Status,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PointArg {
    Current,
    Residual,
    Both,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PreferArg {
    Workbook,
    File,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ThreatRowsArg {
    Suggested,
    All,
    Rated,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TableArg {
    Activities,
    Threats,
    Actions,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Init(InitArgs),
    Assess(Box<AssessArgs>),
    List(ListArgs),
    Show(ShowArgs),
    Matrix(MatrixArgs),
    Check(CheckArgs),
    Explain(ExplainArgs),
    Export(ExportArgs),
    Import(ImportArgs),
    Merge(MergeArgs),
    Diff(DiffArgs),
    MergeDriver(MergeDriverArgs),
    Benchmark(BenchmarkArgs),
    Share(ShareArgs),
    History(HistoryArgs),
    Undo(StepsArgs),
    Redo(StepsArgs),
    Minutes(MinutesArgs),
    Report(ReportArgs),
    Upgrade(UpgradeArgs),
    Approve(ApproveArgs),
    Verify(VerifyArgs),
    #[command(subcommand)]
    Key(KeyCommand),
    #[command(subcommand)]
    Method(MethodCommand),
    #[command(subcommand)]
    Catalog(CatalogCommand),
}

/// How a result is printed.
#[derive(Debug, Clone, Args)]
pub(super) struct OutputArgs {
    #[arg(long, value_enum, value_name = "FORM", default_value_t = FormatArg::Text)]
    pub(super) format: FormatArg,
    #[arg(long, short, value_name = "FIL")]
    pub(super) output: Option<PathBuf>,
    #[arg(long)]
    pub(super) force: bool,
}

/// How a file is written.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct WriteArgs {
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct InitArgs {
    #[arg(value_name = "KOMMUNE", required = true, num_args = 1..)]
    pub(super) municipality: Vec<String>,
    #[arg(long, value_name = "ÅR")]
    pub(super) round: Option<String>,
    #[arg(long, value_name = "METODE", default_value = "kl-4x4")]
    pub(super) method: String,
    #[arg(long, value_name = "PERSPEKTIV")]
    pub(super) perspective: Vec<String>,
    #[arg(long)]
    pub(super) numbered_only: bool,
    #[arg(long, value_name = "DATO")]
    pub(super) as_of: Option<String>,
    #[arg(long, short, value_name = "FIL")]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) write: WriteArgs,
}

/// What `assess` is told by flags or a list, and asks for where people answer on the screen.
const SAID_BY_FLAGS: [&str; 29] = [
    "batch",
    "threat",
    "likelihood",
    "confidentiality",
    "integrity",
    "availability",
    "authenticity",
    "organisation",
    "society",
    "reason",
    "confirm",
    "not_applicable",
    "not_relevant",
    "measures",
    "treatment",
    "residual_likelihood",
    "residual_consequence",
    "action",
    "action_owner",
    "action_deadline",
    "owner",
    "system",
    "processor",
    "max_downtime_hours",
    "status",
    "note",
    "assessed_by",
    "assessed_on",
    "review_by",
];

#[derive(Debug, Args)]
pub(super) struct AssessArgs {
    #[arg(value_name = "FIL OG AKTIVITETER")]
    pub(super) targets: Vec<String>,
    #[arg(long, value_name = "OMRÅDE")]
    pub(super) area: Vec<String>,
    #[arg(long, value_name = "KLE")]
    pub(super) kle: Vec<String>,
    #[arg(long, value_name = "CSV", conflicts_with_all = ["area", "kle"])]
    pub(super) batch: Option<String>,
    #[arg(long, value_name = "NAVN")]
    pub(super) blind: Option<String>,
    #[arg(
        long,
        conflicts_with_all = SAID_BY_FLAGS
    )]
    pub(super) guided: bool,
    #[arg(long, value_name = "FIL", conflicts_with_all = ["guided", "batch"])]
    pub(super) last: Vec<PathBuf>,
    #[arg(long, value_name = "JSON", conflicts_with_all = ["guided", "batch"])]
    pub(super) others: Option<PathBuf>,
    #[arg(long, value_name = "FIL", conflicts_with_all = ["guided", "batch"])]
    pub(super) keys: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["guided", "batch"])]
    pub(super) plain: bool,
    #[arg(
        long,
        conflicts_with_all = ["guided", "blind", "dry_run"],
        conflicts_with_all = SAID_BY_FLAGS
    )]
    pub(super) meeting: bool,
    #[arg(long, requires = "meeting")]
    pub(super) red_first: bool,
    #[arg(id = "leftover", long = "continue", requires = "meeting", conflicts_with = "red_first")]
    pub(super) leftover: bool,
    #[arg(long, value_name = "NAVNE", requires = "meeting")]
    pub(super) present: Vec<String>,
    #[arg(long, value_name = "TRUSSEL")]
    pub(super) threat: Option<String>,
    #[arg(long, value_name = "NIVEAU")]
    pub(super) likelihood: Option<String>,
    #[arg(long, value_name = "NIVEAU")]
    pub(super) confidentiality: Option<String>,
    #[arg(long, value_name = "NIVEAU")]
    pub(super) integrity: Option<String>,
    #[arg(long, value_name = "NIVEAU")]
    pub(super) availability: Option<String>,
    #[arg(long, value_name = "NIVEAU")]
    pub(super) authenticity: Option<String>,
    #[arg(long, conflicts_with = "society")]
    pub(super) organisation: bool,
    #[arg(long)]
    pub(super) society: bool,
    #[arg(long, value_name = "TEKST")]
    pub(super) reason: Option<String>,
    #[arg(long)]
    pub(super) confirm: bool,
    #[arg(long, conflicts_with_all = ["status", "threat"])]
    pub(super) not_applicable: bool,
    #[arg(long, value_name = "TEKST")]
    pub(super) not_relevant: Option<String>,
    #[arg(long, value_name = "TEKST")]
    pub(super) measures: Vec<String>,
    #[arg(long, value_name = "MÅDE")]
    pub(super) treatment: Option<String>,
    #[arg(long, value_name = "NIVEAU")]
    pub(super) residual_likelihood: Option<String>,
    #[arg(long, value_name = "NIVEAU")]
    pub(super) residual_consequence: Option<String>,
    #[arg(long, value_name = "TEKST")]
    pub(super) action: Vec<String>,
    #[arg(long, value_name = "HVEM")]
    pub(super) action_owner: Option<String>,
    #[arg(long, value_name = "DATO")]
    pub(super) action_deadline: Option<String>,
    #[arg(long, value_name = "HVEM")]
    pub(super) owner: Option<String>,
    #[arg(long, value_name = "NAVN")]
    pub(super) system: Option<String>,
    #[arg(long, value_name = "NAVN")]
    pub(super) processor: Option<String>,
    #[arg(long, value_name = "TIMER")]
    pub(super) max_downtime_hours: Option<String>,
    #[arg(long, value_name = "STATUS")]
    pub(super) status: Option<String>,
    #[arg(long, value_name = "TEKST")]
    pub(super) note: Option<String>,
    #[arg(long, value_name = "HVEM")]
    pub(super) assessed_by: Option<String>,
    #[arg(long, value_name = "DATO")]
    pub(super) assessed_on: Option<String>,
    #[arg(long, value_name = "DATO")]
    pub(super) review_by: Option<String>,
    #[command(flatten)]
    pub(super) write: WriteArgs,
}

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    #[arg(value_name = "FIL")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "OMRÅDE")]
    pub(super) area: Vec<String>,
    #[arg(long, value_name = "NIVEAU")]
    pub(super) band: Vec<String>,
    #[arg(long, value_name = "STATUS")]
    pub(super) status: Vec<String>,
    #[arg(long, value_enum, value_name = "ORDEN", default_value_t = SortArg::Id)]
    pub(super) sort: SortArg,
    #[arg(long, value_name = "METODE")]
    pub(super) method: Option<String>,
    #[arg(long, conflicts_with_all = ["format", "output"])]
    pub(super) watch: bool,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    #[arg(value_name = "FIL OG AKTIVITET", required = true, num_args = 1..=2)]
    pub(super) targets: Vec<String>,
    #[arg(long, value_name = "METODE")]
    pub(super) method: Option<String>,
    #[arg(long, conflicts_with_all = ["format", "output"])]
    pub(super) watch: bool,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

#[derive(Debug, Args)]
pub(super) struct MatrixArgs {
    #[arg(value_name = "FIL")]
    pub(super) file: Option<PathBuf>,
    #[arg(long)]
    pub(super) ids: bool,
    #[arg(long, value_enum, value_name = "BILLEDE", default_value_t = PointArg::Both)]
    pub(super) point: PointArg,
    #[arg(long, value_name = "METODE")]
    pub(super) method: Option<String>,
    #[arg(long, conflicts_with_all = ["format", "output"])]
    pub(super) watch: bool,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[arg(value_name = "FIL")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "DATO")]
    pub(super) as_of: Option<String>,
    #[arg(long)]
    pub(super) journal: bool,
    #[arg(long, value_enum, value_name = "ALVOR", default_value_t = FailOn::Error)]
    pub(super) fail_on: FailOn,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    #[arg(value_name = "KODE")]
    pub(super) code: Option<String>,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[arg(value_name = "FIL")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "DATO")]
    pub(super) as_of: Option<String>,
    #[arg(long, value_name = "OMRÅDE")]
    pub(super) area: Vec<String>,
    #[arg(long, value_name = "NUMRE")]
    pub(super) activities: Vec<String>,
    #[arg(long, value_enum, value_name = "HVILKE", default_value_t = ThreatRowsArg::Suggested)]
    pub(super) threats: ThreatRowsArg,
    #[arg(long)]
    pub(super) blank: bool,
    #[arg(long, value_enum, value_name = "TABEL")]
    pub(super) table: Option<TableArg>,
    #[arg(long, short, value_name = "FIL")]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) write: WriteArgs,
}

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    #[arg(value_name = "PROJEKTMAPPE")]
    pub(super) workbook: PathBuf,
    #[arg(long, value_name = "FIL")]
    pub(super) into: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "HVEM", conflicts_with = "decisions")]
    pub(super) prefer: Option<PreferArg>,
    #[arg(long, value_name = "FIL", conflicts_with = "assume_base")]
    pub(super) map: Option<PathBuf>,
    #[arg(long, value_name = "NUMMER", conflicts_with_all = ["map", "assume_base"])]
    pub(super) activity: Option<String>,
    #[arg(long, value_name = "CSV", requires = "activity")]
    pub(super) threats: Option<PathBuf>,
    #[arg(
        long,
        conflicts_with_all = ["into", "prefer", "activity", "threats", "decisions", "assume_base", "dry_run", "force"]
    )]
    pub(super) inspect: bool,
    #[arg(long, value_enum, value_name = "FORM", requires = "inspect")]
    pub(super) format: Option<FormatArg>,
    #[command(flatten)]
    pub(super) settle: SettleArgs,
    #[command(flatten)]
    pub(super) write: WriteArgs,
}

#[derive(Debug, Args)]
pub(super) struct MergeArgs {
    #[arg(value_name = "PROJEKTMAPPE", required = true)]
    pub(super) workbooks: Vec<PathBuf>,
    #[arg(long, value_name = "FIL")]
    pub(super) into: Option<PathBuf>,
    #[command(flatten)]
    pub(super) settle: SettleArgs,
    #[command(flatten)]
    pub(super) write: WriteArgs,
}

/// How it is settled what counts where workbook and file differ.
#[derive(Debug, Args)]
pub(super) struct SettleArgs {
    #[arg(long, value_name = "CSV")]
    pub(super) decisions: Option<PathBuf>,
    #[arg(long, value_name = "FIL")]
    pub(super) assume_base: Option<PathBuf>,
}

/// Forms of a result that is passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PublicationArg {
    #[value(alias = "table")]
    Text,
    Md,
    Html,
    Docx,
    Pptx,
    Pdf,
    Xlsx,
    Json,
    Csv,
}

/// How a result that is passed on is written.
#[derive(Debug, Clone, Args)]
pub(super) struct PublishArgs {
    #[arg(long, value_enum, value_name = "FORM")]
    pub(super) format: Option<PublicationArg>,
    #[arg(long, short, value_name = "FIL")]
    pub(super) output: Option<PathBuf>,
    #[arg(long)]
    pub(super) force: bool,
}

impl PublishArgs {
    /// The form asked for, else the one that the ending of the file says, else text.
    pub(super) fn form(&self) -> PublicationArg {
        self.format.unwrap_or_else(|| form_of(self.output.as_deref()))
    }
}

/// The form that the ending of a file says, else text.
pub(super) fn form_of(file: Option<&Path>) -> PublicationArg {
    match file.and_then(ending).as_deref() {
        Some("md") => PublicationArg::Md,
        Some("html" | "htm") => PublicationArg::Html,
        Some("docx") => PublicationArg::Docx,
        Some("pptx") => PublicationArg::Pptx,
        Some("pdf") => PublicationArg::Pdf,
        Some("xlsx") => PublicationArg::Xlsx,
        Some("json") => PublicationArg::Json,
        Some("csv") => PublicationArg::Csv,
        _ => PublicationArg::Text,
    }
}

#[derive(Debug, Args)]
pub(super) struct BenchmarkArgs {
    #[arg(value_name = "FILER", required = true)]
    pub(super) files: Vec<PathBuf>,
    #[arg(long, value_name = "FIL")]
    pub(super) own: Option<PathBuf>,
    #[arg(long)]
    pub(super) anonymous: bool,
    #[arg(long)]
    pub(super) skip_broken: bool,
    #[arg(long, value_name = "METODE")]
    pub(super) method: Option<String>,
    #[arg(long, value_name = "FIL")]
    pub(super) levels: Vec<PathBuf>,
    #[arg(long, value_name = "OMRÅDE")]
    pub(super) area: Vec<String>,
    #[arg(long, value_name = "NUMRE")]
    pub(super) activity: Vec<String>,
    #[arg(long, value_name = "ANTAL")]
    pub(super) top: Option<String>,
    #[command(flatten)]
    pub(super) output: PublishArgs,
}

/// Which differences are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OnlyArg {
    Raised,
    Lowered,
    Judgement,
    ScaleOnly,
    Coverage,
    Catalogue,
    NotComparable,
}

/// Which branch is right where both changed a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum BranchArg {
    Ours,
    Theirs,
}

#[derive(Debug, Args)]
pub(super) struct MergeDriverArgs {
    #[arg(value_name = "FÆLLES", display_order = 1)]
    pub(super) base: PathBuf,
    #[arg(value_name = "VORES", display_order = 2)]
    pub(super) ours: PathBuf,
    #[arg(value_name = "DERES", display_order = 3)]
    pub(super) theirs: PathBuf,
    #[arg(value_name = "STI", display_order = 4)]
    pub(super) path: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "HVEM")]
    pub(super) prefer: Option<BranchArg>,
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct DiffArgs {
    #[arg(value_name = "FILER", required = true, num_args = 1..)]
    pub(super) files: Vec<PathBuf>,
    #[arg(long, value_name = "METODE")]
    pub(super) method: Option<String>,
    #[arg(long, value_name = "FIL")]
    pub(super) levels: Vec<PathBuf>,
    #[arg(long, value_name = "FIL")]
    pub(super) earlier: Vec<PathBuf>,
    #[arg(long, value_enum, value_name = "HVILKE")]
    pub(super) only: Vec<OnlyArg>,
    #[arg(long, value_name = "OMRÅDE")]
    pub(super) area: Vec<String>,
    #[arg(long, value_name = "NUMMER")]
    pub(super) activity: Vec<String>,
    #[arg(long, value_name = "ANTAL")]
    pub(super) min_steps: Option<String>,
    #[arg(long, value_name = "ANTAL")]
    pub(super) top: Option<String>,
    #[arg(long, value_name = "ANTAL")]
    pub(super) explain: Option<String>,
    #[arg(long, conflicts_with_all = ["earlier", "only", "min_steps", "top", "explain"])]
    pub(super) assessors: bool,
    #[arg(
        long,
        conflicts_with_all = ["assessors", "method", "levels", "earlier", "only", "area", "activity", "min_steps", "top", "explain", "format", "output", "force"]
    )]
    pub(super) textconv: bool,
    #[command(flatten)]
    pub(super) output: PublishArgs,
}

/// What may leave beside the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum WithArg {
    Reasons,
}

#[derive(Debug, Args)]
pub(super) struct ShareArgs {
    #[arg(value_name = "FIL")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "HVAD")]
    pub(super) with: Vec<WithArg>,
    #[arg(long)]
    pub(super) yes: bool,
    #[arg(
        long,
        value_name = "FIL",
        conflicts_with_all = ["file", "with", "yes", "output", "dry_run", "force"]
    )]
    pub(super) verify: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "FORM", default_value_t = FormatArg::Text)]
    pub(super) format: FormatArg,
    #[arg(long, short, value_name = "FIL")]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) write: WriteArgs,
}

#[derive(Debug, Args)]
pub(super) struct HistoryArgs {
    #[arg(value_name = "[FIL] AKTIVITET")]
    pub(super) targets: Vec<String>,
    #[arg(long, value_name = "DATO")]
    pub(super) since: Option<String>,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

#[derive(Debug, Args)]
pub(super) struct MinutesArgs {
    #[arg(value_name = "FIL")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "DATO")]
    pub(super) date: Option<String>,
    #[command(flatten)]
    pub(super) output: PublishArgs,
}

/// Whom a report is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReaderArg {
    Direktion,
    #[value(alias = "byråd")]
    Byraad,
    #[value(alias = "fagområde")]
    Fagomraade,
    Dpo,
    Art30,
}

#[derive(Debug, Args)]
pub(super) struct ReportArgs {
    #[arg(value_name = "FIL")]
    pub(super) file: Option<PathBuf>,
    #[arg(long = "for", value_enum, value_name = "LÆSER")]
    pub(super) reader: Option<ReaderArg>,
    #[arg(long, value_name = "OMRÅDE")]
    pub(super) area: Option<String>,
    #[arg(long, value_name = "FIL")]
    pub(super) since: Option<PathBuf>,
    #[arg(long, value_name = "FIL")]
    pub(super) against: Option<PathBuf>,
    #[arg(long, value_name = "FIL")]
    pub(super) levels: Vec<PathBuf>,
    #[arg(long, value_name = "DATO")]
    pub(super) as_of: Option<String>,
    #[arg(long, value_name = "MAPPE")]
    pub(super) template: Option<PathBuf>,
    #[arg(long, value_name = "RAPPORT", conflicts_with_all = ["output", "format"])]
    pub(super) verify: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["reader", "export_templates"])]
    pub(super) list_templates: bool,
    #[arg(long, value_name = "MAPPE", conflicts_with = "reader")]
    pub(super) export_templates: Option<PathBuf>,
    #[command(flatten)]
    pub(super) output: PublishArgs,
}

#[derive(Debug, Args)]
pub(super) struct StepsArgs {
    #[arg(value_name = "[FIL] ANTAL")]
    pub(super) targets: Vec<String>,
    #[command(flatten)]
    pub(super) write: WriteArgs,
}

#[derive(Debug, Args)]
pub(super) struct UpgradeArgs {
    #[arg(value_name = "FIL")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "VERSION")]
    pub(super) catalog_version: Option<String>,
    #[arg(long)]
    pub(super) refresh: bool,
    #[arg(long, value_enum, value_name = "FORM", default_value_t = FormatArg::Text)]
    pub(super) format: FormatArg,
    #[command(flatten)]
    pub(super) write: WriteArgs,
}

#[derive(Debug, Args)]
pub(super) struct ApproveArgs {
    #[arg(value_name = "FIL")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "NUMRE")]
    pub(super) activity: Vec<String>,
    #[arg(long, conflicts_with = "activity")]
    pub(super) all: bool,
    #[arg(long, value_name = "NAVN")]
    pub(super) name: String,
    #[arg(long, value_name = "STILLING")]
    pub(super) role: String,
    #[arg(long, value_name = "DATO")]
    pub(super) until: Option<String>,
    #[arg(long, value_name = "DATO")]
    pub(super) as_of: Option<String>,
    #[arg(long, value_name = "NØGLE")]
    pub(super) sign: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "FORM", default_value_t = FormatArg::Text)]
    pub(super) format: FormatArg,
    #[command(flatten)]
    pub(super) write: WriteArgs,
}

#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    #[arg(value_name = "FILER")]
    pub(super) files: Vec<PathBuf>,
    #[arg(long, value_name = "NØGLE")]
    pub(super) key: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

#[derive(Debug, Subcommand)]
pub(super) enum KeyCommand {
    New {
        #[arg(value_name = "NAVN")]
        name: PathBuf,
        #[arg(long)]
        no_password: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum EntryKindArg {
    Activities,
    Threats,
    Measures,
    Laws,
}

#[derive(Debug, Subcommand)]
pub(super) enum CatalogCommand {
    List {
        #[arg(value_enum, value_name = "HVAD", default_value_t = EntryKindArg::Activities)]
        kind: EntryKindArg,
        #[arg(long, value_name = "OMRÅDE")]
        area: Vec<String>,
        #[command(flatten)]
        output: OutputArgs,
    },
    Show {
        #[arg(value_name = "POST", required = true, num_args = 1..)]
        entry: Vec<String>,
        #[command(flatten)]
        output: OutputArgs,
    },
    Search {
        #[arg(value_name = "ORD", required = true, num_args = 1..)]
        query: Vec<String>,
        #[command(flatten)]
        output: OutputArgs,
    },
    Kle {
        #[arg(value_name = "KLE")]
        code: String,
        #[command(flatten)]
        output: OutputArgs,
    },
    Check {
        #[arg(value_name = "MAPPE")]
        folder: Option<PathBuf>,
        #[arg(long, value_enum, value_name = "ALVOR", default_value_t = FailOn::Error)]
        fail_on: FailOn,
        #[command(flatten)]
        output: OutputArgs,
    },
    Schema {
        #[arg(value_name = "HVAD")]
        kind: String,
        #[arg(long, short, value_name = "FIL")]
        output: Option<PathBuf>,
        #[arg(long)]
        force: bool,
    },
    Diff {
        #[arg(value_name = "FØR")]
        old: PathBuf,
        #[arg(value_name = "NU")]
        new: Option<PathBuf>,
        #[command(flatten)]
        output: OutputArgs,
    },
    Import {
        #[arg(value_name = "PROJEKTMAPPE")]
        workbook: PathBuf,
        #[command(flatten)]
        write: WriteArgs,
    },
    Lock {
        #[arg(value_name = "MAPPE")]
        folder: PathBuf,
        #[command(flatten)]
        write: WriteArgs,
    },
    Sign {
        #[arg(value_name = "MAPPE")]
        folder: PathBuf,
        #[arg(long, value_name = "NØGLE")]
        key: PathBuf,
        #[arg(long)]
        dry_run: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum MethodCommand {
    List {
        #[command(flatten)]
        output: OutputArgs,
    },
    Show {
        #[arg(value_name = "METODE", default_value = "kl-4x4")]
        method: String,
        #[command(flatten)]
        output: OutputArgs,
    },
    Check {
        #[arg(value_name = "METODE")]
        methods: Vec<String>,
        #[arg(long, value_enum, value_name = "ALVOR", default_value_t = FailOn::Error)]
        fail_on: FailOn,
        #[command(flatten)]
        output: OutputArgs,
    },
    Preview {
        #[arg(value_name = "FIL")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "METODE")]
        method: String,
        #[command(flatten)]
        output: OutputArgs,
    },
}
