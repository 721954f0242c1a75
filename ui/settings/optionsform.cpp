// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/optionsform.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace sockeye {

using namespace Qt::StringLiterals;
using Choice = OptionsDraft::Choice;

namespace {

QString inOneLine(const QPlainTextEdit *edit)
{
    return edit->toPlainText().simplified();
}

} // namespace

OptionsForm::OptionsForm(FormColumn &column, FormFields &fields, const Theme &theme)
    : QObject(&column)
    , m_thanos(new FoldGroup{u"Thanos"_s, u"thanosGroup"_s, theme, &column})
    , m_victoriaMetrics(new FoldGroup{u"VictoriaMetrics"_s, u"victoriaMetricsGroup"_s, theme, &column})
{
    column.addWide(m_thanos);
    column.addWide(m_victoriaMetrics);
    addThanos(fields);
    addVictoriaMetrics(fields);
    connectEditors();
    arrange();
}

OptionsForm::~OptionsForm() = default;

void OptionsForm::addThanos(FormFields &fields)
{
    FormColumn &column = m_thanos->column();
    m_deduplicate = named<QComboBox>(u"deduplicate"_s, &column);
    m_partialResponse = named<QComboBox>(u"partialResponse"_s, &column);
    for (QComboBox *box : {m_deduplicate, m_partialResponse}) {
        addChoice(box, tr("As the server has it"), Choice::Server);
        addChoice(box, tr("Yes"), Choice::Yes);
        addChoice(box, tr("No"), Choice::No);
    }
    m_maxResolution = named<QLineEdit>(u"maxResolution"_s, &column);
    m_maxResolution->setPlaceholderText(u"auto"_s);
    m_replicaLabels = named<QLineEdit>(u"replicaLabels"_s, &column);
    m_replicaLabels->setPlaceholderText(u"replica, prometheus_replica"_s);
    fields.add(FormField::Deduplicate,
        column.addRow(tr("Deduplicate"), m_deduplicate, tr("Series of several replicas are shown as one.")),
        m_thanos);
    fields.add(FormField::ReplicaLabels,
        column.addRow(
            tr("Replica labels"), m_replicaLabels, tr("By which replicas differ, separated by commas.")),
        m_thanos);
    fields.add(FormField::PartialResponse,
        column.addRow(tr("Partial answers"), m_partialResponse,
            tr("Whether to show the rest where a store does not answer. The panel says so.")),
        m_thanos);
    fields.add(FormField::MaxResolution,
        column.addRow(tr("Downsampling"), m_maxResolution,
            tr("auto, or how coarse samples may be at most: 0s (raw), 5m, 1h.")),
        m_thanos);
}

void OptionsForm::addVictoriaMetrics(FormFields &fields)
{
    FormColumn &column = m_victoriaMetrics->column();
    m_extraLabels = makeLinesEdit(u"extraLabels"_s, &column);
    m_extraLabels->setPlaceholderText(u"team=chat"_s);
    m_extraFilters = makeLinesEdit(u"extraFilters"_s, &column);
    m_extraFilters->setPlaceholderText(u"{env=\"production\"}"_s);
    m_roundDigits = named<QLineEdit>(u"roundDigits"_s, &column);
    m_noCache = named<QCheckBox>(u"noCache"_s, &column);
    m_noCache->setText(tr("Do not use it"));
    fields.add(FormField::ExtraLabels,
        column.addRow(
            tr("Extra labels"), m_extraLabels, tr("Each series has to have them: one name=value a line.")),
        m_victoriaMetrics);
    fields.add(FormField::ExtraFilters,
        column.addRow(
            tr("Extra filters"), m_extraFilters, tr("Each series has to match them: one selector a line.")),
        m_victoriaMetrics);
    fields.add(FormField::RoundDigits,
        column.addRow(
            tr("Digits"), m_roundDigits, tr("After the decimal point, from 0 to 100. Leave empty for all.")),
        m_victoriaMetrics);
    fields.add(FormField::NoCache,
        column.addRow(tr("Cache of the server"), m_noCache,
            tr("For samples that were written later than half a minute after their time.")),
        m_victoriaMetrics);
}

void OptionsForm::connectEditors()
{
    const auto changed = [this] {
        arrange();
        Q_EMIT edited();
    };
    for (QComboBox *box : {m_deduplicate, m_partialResponse})
        connect(box, &QComboBox::activated, this, changed);
    for (QLineEdit *edit : {m_maxResolution, m_replicaLabels, m_roundDigits})
        connect(edit, &QLineEdit::textEdited, this, changed);
    for (QPlainTextEdit *edit : {m_extraLabels, m_extraFilters})
        connect(edit, &QPlainTextEdit::textChanged, this, changed);
    connect(m_noCache, &QCheckBox::clicked, this, changed);
}

void OptionsForm::show(const OptionsDraft &draft, ServerFlavour flavour)
{
    // textChanged() speaks for programs too.
    const QSignalBlocker quietLabels{m_extraLabels};
    const QSignalBlocker quietFilters{m_extraFilters};
    choose(m_deduplicate, draft.deduplicate);
    choose(m_partialResponse, draft.partialResponse);
    m_maxResolution->setText(draft.maxResolution);
    m_replicaLabels->setText(draft.replicaLabels);
    m_noCache->setChecked(draft.noCache);
    m_extraLabels->setPlainText(draft.extraLabels);
    m_extraFilters->setPlainText(draft.extraFilters);
    m_roundDigits->setText(draft.roundDigits);
    for (FoldGroup *group : {m_thanos, m_victoriaMetrics}) {
        group->setOpen(false);
        group->hide();
    }
    arrange();
    setFlavour(flavour);
}

void OptionsForm::setFlavour(ServerFlavour flavour)
{
    if (flavour == ServerFlavour::Thanos)
        m_thanos->show();
    if (flavour == ServerFlavour::VictoriaMetrics)
        m_victoriaMetrics->show();
}

OptionsDraft OptionsForm::draft() const
{
    return {.deduplicate = chosen<Choice>(m_deduplicate),
        .partialResponse = chosen<Choice>(m_partialResponse),
        .maxResolution = m_maxResolution->text(),
        .replicaLabels = m_replicaLabels->text(),
        .noCache = m_noCache->isChecked(),
        .extraLabels = m_extraLabels->toPlainText(),
        .extraFilters = m_extraFilters->toPlainText(),
        .roundDigits = m_roundDigits->text()};
}

// A group that became empty stays until another server is shown: the user is at work in it.
void OptionsForm::arrange()
{
    const QStringList thanos = heldOfThanos();
    const QStringList victoriaMetrics = heldOfVictoriaMetrics();
    m_thanos->setHeld(thanos);
    m_victoriaMetrics->setHeld(victoriaMetrics);
    if (!thanos.isEmpty())
        m_thanos->show();
    if (!victoriaMetrics.isEmpty())
        m_victoriaMetrics->show();
}

QStringList OptionsForm::heldOfThanos() const
{
    QStringList held;
    if (chosen<Choice>(m_deduplicate) != Choice::Server)
        held.append(chosen<Choice>(m_deduplicate) == Choice::Yes ? tr("deduplicated") : tr("each replica"));
    if (!m_replicaLabels->text().trimmed().isEmpty())
        held.append(m_replicaLabels->text().trimmed());
    if (chosen<Choice>(m_partialResponse) != Choice::Server)
        held.append(chosen<Choice>(m_partialResponse) == Choice::Yes ? tr("partial answers")
                                                                     : tr("no partial answers"));
    if (!m_maxResolution->text().trimmed().isEmpty())
        held.append(tr("at most %1", "%1: resolution of samples").arg(m_maxResolution->text().trimmed()));
    return held;
}

QStringList OptionsForm::heldOfVictoriaMetrics() const
{
    QStringList held;
    for (QPlainTextEdit *edit : {m_extraLabels, m_extraFilters}) {
        if (!inOneLine(edit).isEmpty())
            held.append(inOneLine(edit));
    }
    if (!m_roundDigits->text().trimmed().isEmpty())
        held.append(tr("%1 digits").arg(m_roundDigits->text().trimmed()));
    if (m_noCache->isChecked())
        held.append(tr("no cache"));
    return held;
}

} // namespace sockeye
