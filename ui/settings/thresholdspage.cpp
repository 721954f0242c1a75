// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/thresholdspage.h"

#include "core/alerting/builtinrules.h"

#include "ui/settings/formcolumn.h"
#include "ui/text/words.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

enum Column { EnabledColumn, ThresholdColumn, HoldColumn, ResetColumn };

constexpr int longestHold = 86'400;
constexpr double percent = 100.0;

//! Shows 1 as 1 and not as 1.000.
class ThresholdBox final : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;

protected:
    [[nodiscard]] QString textFromValue(double value) const override
    {
        return locale().toString(value, 'g', 12);
    }
};

//! A ratio is edited in percent, everything else in its base unit.
double shownFactor(const AlertRule &rule)
{
    return rule.condition.unit == Unit::Ratio ? percent : 1.0;
}

//! These compare with a bare 1, which is not for the user to change.
bool hasThreshold(const AlertRule &rule)
{
    return rule.key != "probe-down"_L1 && rule.key != "target-down"_L1;
}

const AlertRule *defaultOf(const AlertRule &rule, const std::vector<AlertRule> &defaults)
{
    if (rule.key.isEmpty())
        return nullptr;
    const auto found = std::ranges::find(defaults, rule.key, &AlertRule::key);
    return found == defaults.end() ? nullptr : &*found;
}

} // namespace

ThresholdsPage::ThresholdsPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent)
    , m_context(context)
    , m_table(new QWidget)
    , m_grid(new QGridLayout{m_table})
{
    m_grid->setContentsMargins(24, 20, 24, 20);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(EnabledColumn, 1);
    auto *scroll = new QScrollArea{this};
    scroll->setWidget(m_table);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    addHeader();
}

ThresholdsPage::~ThresholdsPage() = default;

void ThresholdsPage::addHeader()
{
    const QStringList titles{tr("Rule"), tr("Threshold"), tr("For at least")};
    for (int column = 0; column < titles.size(); ++column) {
        auto *label = new DimLabel{titles.at(column), m_context.theme, m_table};
        label->setFont(m_context.theme.labelFont());
        m_grid->addWidget(label, 0, column);
    }
}

void ThresholdsPage::load(const SettingsDraft &draft)
{
    for (const Line &line : m_lines) {
        for (QWidget *widget : std::initializer_list<QWidget *>{
                 line.enabled, line.threshold, line.holdFor, line.reset, line.sentence})
            delete widget;
    }
    m_lines.clear();
    for (const AlertRule &rule : draft.workspace.rules) {
        m_lines.push_back({.rule = rule});
        addLine(m_lines.size() - 1);
    }
    m_grid->setRowStretch(static_cast<int>(2 * m_lines.size() + 1), 1);
}

void ThresholdsPage::store(SettingsDraft &draft) const
{
    draft.workspace.rules.clear();
    for (const Line &line : m_lines)
        draft.workspace.rules.push_back(line.rule);
}

void ThresholdsPage::makeEditors(Line &line)
{
    const AlertRule &rule = line.rule;
    const QString key = rule.id.value;
    const QString name = ruleName(rule);
    line.enabled = new QCheckBox{name, m_table};
    line.enabled->setObjectName(QString("enabled-"_L1 % key));
    line.threshold = new ThresholdBox{m_table};
    line.threshold->setObjectName(QString("threshold-"_L1 % key));
    line.threshold->setAccessibleName(tr("Threshold of %1").arg(name));
    line.threshold->setRange(0.0, 1e12);
    line.threshold->setDecimals(rule.condition.unit == Unit::Ratio ? 1 : 3);
    line.threshold->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    if (rule.condition.unit == Unit::Ratio)
        line.threshold->setSuffix(u" %"_s);
    else if (rule.condition.unit == Unit::Seconds)
        line.threshold->setSuffix(tr(" s", "seconds, behind a number"));
    line.threshold->setVisible(hasThreshold(rule));
    line.holdFor = new QSpinBox{m_table};
    line.holdFor->setObjectName(QString("for-"_L1 % key));
    line.holdFor->setAccessibleName(tr("How long %1 has to hold").arg(name));
    line.holdFor->setRange(0, longestHold);
    line.holdFor->setSuffix(tr(" s", "seconds, behind a number"));
    line.holdFor->setSpecialValueText(tr("at once"));
    for (QAbstractSpinBox *box : std::initializer_list<QAbstractSpinBox *>{line.threshold, line.holdFor})
        box->setFixedWidth(116);
    line.reset = new QPushButton{tr("Reset"), m_table};
    line.reset->setObjectName(QString("reset-"_L1 % key));
    line.reset->setAccessibleName(tr("Reset %1 to what Sockeye ships").arg(name));
    line.reset->setAutoDefault(false);
    line.sentence = new DimLabel{{}, m_context.theme, m_table};
    line.sentence->setObjectName(QString("sentence-"_L1 % key));
    line.sentence->setFont(m_context.theme.labelFont());
    line.sentence->setContentsMargins(26, 0, 0, 6);
}

void ThresholdsPage::addLine(std::size_t index)
{
    Line &line = m_lines[index];
    makeEditors(line);
    const int row = static_cast<int>(2 * index + 1);
    m_grid->addWidget(line.enabled, row, EnabledColumn);
    m_grid->addWidget(line.threshold, row, ThresholdColumn);
    m_grid->addWidget(line.holdFor, row, HoldColumn);
    m_grid->addWidget(line.reset, row, ResetColumn);
    m_grid->addWidget(line.sentence, row + 1, EnabledColumn, 1, ResetColumn + 1);
    showRule(line);

    const auto take = [this, index] { edited(index); };
    connect(line.enabled, &QCheckBox::toggled, this, take);
    connect(line.threshold, &QDoubleSpinBox::valueChanged, this, take);
    connect(line.holdFor, &QSpinBox::valueChanged, this, take);
    connect(line.reset, &QPushButton::clicked, this, [this, index] { reset(index); });
}

void ThresholdsPage::showRule(Line &line)
{
    const AlertRule &rule = line.rule;
    const QSignalBlocker quietEnabled{line.enabled};
    const QSignalBlocker quietThreshold{line.threshold};
    const QSignalBlocker quietHold{line.holdFor};
    line.enabled->setChecked(rule.enabled);
    line.threshold->setValue(rule.condition.threshold * shownFactor(rule));
    line.holdFor->setValue(static_cast<int>(std::chrono::ceil<std::chrono::seconds>(rule.holdFor).count()));
    line.threshold->setEnabled(rule.enabled);
    line.holdFor->setEnabled(rule.enabled);
    line.sentence->setText(
        QString(severityWord(rule.severity) % u" · " % ruleSentence(rule, m_context.formatting)));
    const std::vector<AlertRule> defaults = builtinRules(RuleTiming::usual());
    const AlertRule *original = defaultOf(rule, defaults);
    line.reset->setVisible(original != nullptr);
    line.reset->setEnabled(original && *original != rule);
}

void ThresholdsPage::edited(std::size_t index)
{
    Line &line = m_lines[index];
    AlertRule &rule = line.rule;
    rule.enabled = line.enabled->isChecked();
    // What the editor rounds is taken only when the user changed it.
    const double shown = line.threshold->value() / shownFactor(rule);
    const double step = std::pow(10.0, -line.threshold->decimals()) / shownFactor(rule);
    if (std::abs(shown - rule.condition.threshold) >= step / 2)
        rule.condition.threshold = shown;
    const std::chrono::seconds hold{line.holdFor->value()};
    if (hold != std::chrono::ceil<std::chrono::seconds>(rule.holdFor))
        rule.holdFor = hold;
    showRule(line);
    Q_EMIT changed();
}

void ThresholdsPage::reset(std::size_t index)
{
    Line &line = m_lines[index];
    const std::vector<AlertRule> defaults = builtinRules(RuleTiming::usual());
    const AlertRule *original = defaultOf(line.rule, defaults);
    if (!original)
        return;
    line.rule = *original;
    showRule(line);
    Q_EMIT changed();
}

} // namespace sockeye
