// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/addresspage.h"

#include "ui/text/errors.h"

#include <QLineEdit>
#include <QSpinBox>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTime = 300; // seconds
constexpr int largestSize = 1024; // MiB
constexpr qint64 mebibyte = 1024 * 1024;

} // namespace

AddressPage::AddressPage(const SettingsContext &context, DraftSecrets &secrets, Words words, QWidget *parent)
    : EntriesPage(context.theme, words.list, parent)
    , m_words(std::move(words))
    , m_name(new QLineEdit{&form()})
    , m_url(new QLineEdit{&form()})
{
    m_name->setObjectName(u"name"_s);
    m_nameRow = form().addRow(tr("&Name"), m_name);
    m_url->setObjectName(u"url"_s);
    m_url->setPlaceholderText(m_words.urlSample);
    m_urlRow = form().addRow(tr("U&RL"), m_url, m_words.urlNote);
    m_fields.add(FormField::Name, m_nameRow);
    m_fields.add(FormField::Url, m_urlRow);
    m_access = new AccessForm{form(), m_fields, context, secrets, m_words.kind};
    m_card = new ResultCard{context.theme, &form()};
    watch(m_name);
    watch(m_url);
    connect(m_access, &AccessForm::edited, this, &AddressPage::edited);
    connect(m_card, &ResultCard::fixRequested, this, &AddressPage::useMendedUrl);
    connect(m_card, &ResultCard::linkActivated, this, [this] { focusField(address(current()).remedy); });
}

AddressPage::~AddressPage() = default;

QSpinBox *AddressPage::makeSecondsBox(const QString &objectName)
{
    auto *box = new QSpinBox{&form()};
    box->setObjectName(objectName);
    box->setRange(1, longestTime);
    box->setSuffix(tr(" s", "seconds, behind a number"));
    connect(box, &QSpinBox::valueChanged, this, &AddressPage::edited);
    return box;
}

QSpinBox *AddressPage::makeMebibytesBox(const QString &objectName)
{
    auto *box = new QSpinBox{&form()};
    box->setObjectName(objectName);
    box->setRange(1, largestSize);
    box->setSuffix(u" MiB"_s);
    connect(box, &QSpinBox::valueChanged, this, &AddressPage::edited);
    return box;
}

void AddressPage::watch(QLineEdit *edit)
{
    connect(edit, &QLineEdit::textEdited, this, &AddressPage::edited);
}

void AddressPage::endForm()
{
    form().addWide(m_card);
    form().addStretch();
}

EntryRow AddressPage::row(int index) const
{
    const AddressDraft &draft = address(index);
    const QUrl url{draft.url};
    return {draft.name.isEmpty() ? m_words.newEntry : draft.name,
        url.host().isEmpty() ? tr("no address yet") : placeOf(url), draft.health, draft.note};
}

bool AddressPage::isEntryValid(int index) const
{
    const AddressDraft &draft = address(index);
    return !draft.name.trimmed().isEmpty() && parse(draft.url) && problems(index).empty();
}

std::vector<FieldProblem> AddressPage::problems(int index) const
{
    std::vector<FieldProblem> problems = problemsOf(address(index).access);
    const std::vector<FieldProblem> more = detailProblems(index);
    problems.insert(problems.end(), more.begin(), more.end());
    return problems;
}

std::vector<FieldProblem> AddressPage::detailProblems(int) const
{
    return {};
}

void AddressPage::showEntry(int index)
{
    const AddressDraft &draft = address(index);
    m_name->setText(draft.name);
    m_url->setText(draft.url);
    m_access->show(draft.access, draft.id);
    showDetails(index);
    if (draft.result.headline.isEmpty())
        m_card->clear();
    else
        m_card->showContent(draft.result);
    showProblems();
}

void AddressPage::edited()
{
    if (current() < 0)
        return;
    AddressDraft &draft = address(current());
    draft.name = m_name->text();
    draft.url = m_url->text();
    draft.access = m_access->draft();
    takeDetails(current());
    cancelTest();
    // What the last test found is no longer true of what stands here now.
    draft.health = Health::Unknown;
    draft.note.clear();
    draft.result = {};
    m_card->clear();
    showProblems();
    updateRows();
    Q_EMIT changed();
}

void AddressPage::showProblems()
{
    const AddressDraft &draft = address(current());
    m_fields.showProblems(problems(current()), draft.strict);
    const bool nameMissing = draft.name.trimmed().isEmpty();
    m_nameRow->setProblem(draft.strict && nameMissing ? m_words.nameMissing : QString());
    const auto url = parse(draft.url);
    const bool tell = !url && (draft.strict || url.error() != UrlProblem::Empty);
    m_urlRow->setProblem(tell ? describe(url.error(), m_words.schemes).joined() : QString());
}

void AddressPage::focusEntryProblem()
{
    AddressDraft &draft = address(current());
    draft.strict = true;
    showProblems();
    const std::vector<FieldProblem> wrong = problems(current());
    if (m_nameRow->hasProblem())
        focusField(FormField::Name);
    else if (m_urlRow->hasProblem())
        focusField(FormField::Url);
    else if (!wrong.empty())
        focusField(wrong.front().field);
}

void AddressPage::focusField(FormField field)
{
    m_fields.focus(field);
    if (const FormRow *row = m_fields.row(field))
        scrollTo(row->editor());
}

bool AddressPage::canTest() const
{
    return current() >= 0;
}

void AddressPage::startTest()
{
    const int index = current();
    if (index < 0 || isTesting())
        return;
    // An address can be tried before it has a name.
    if (!parse(address(index).url) || !problems(index).empty()) {
        focusEntryProblem();
        return;
    }
    beginTest(index);
    Q_EMIT testChanged();
}

void AddressPage::cancelTest()
{
    if (!isTesting())
        return;
    abandonTest();
    m_card->showContent({.headline = tr("Canceled.")});
    Q_EMIT testChanged();
}

void AddressPage::endTest(Health health, const QString &note, const ResultCard::Content &result)
{
    if (current() >= 0) {
        AddressDraft &draft = address(current());
        draft.health = health;
        draft.note = note;
        draft.result = result;
        m_card->showContent(result);
        updateRows();
    }
    Q_EMIT testChanged();
}

void AddressPage::endTest(const QString &note, ResultCard::Content result, const Remedy &remedy)
{
    if (const FormRow *row = m_fields.row(remedy.field))
        result.link = tr("Go to “%1”", "%1: the label of a field").arg(row->label());
    const QString url = addressText(remedy.url);
    if (!url.isEmpty())
        result.fix = tr("Use %1", "%1: the address that was meant").arg(url);
    if (current() >= 0) {
        address(current()).remedy = remedy.field;
        address(current()).mendedUrl = url;
    }
    endTest(Health::Critical, note, result);
}

void AddressPage::useMendedUrl()
{
    m_url->setText(address(current()).mendedUrl);
    m_url->setFocus();
    edited();
    startTest();
}

int wholeSeconds(std::chrono::milliseconds duration)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(duration).count());
}

void takeSeconds(std::chrono::milliseconds &duration, int shown)
{
    if (shown != wholeSeconds(duration))
        duration = std::chrono::seconds{shown};
}

int wholeMebibytes(qint64 bytes)
{
    return static_cast<int>(std::clamp<qint64>((bytes + mebibyte - 1) / mebibyte, 1, largestSize));
}

void takeMebibytes(qint64 &bytes, int shown)
{
    if (shown != wholeMebibytes(bytes))
        bytes = shown * mebibyte;
}

QString addressText(const QUrl &url)
{
    return url.toString(QUrl::EncodeSpaces | QUrl::EncodeReserved);
}

} // namespace sockeye
