// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/alerts/rulesmodel.h"

#include "ui/text/formatting.h"
#include "ui/text/words.h"

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

RulesModel::RulesModel(const Formatting &formatting, QObject *parent)
    : QAbstractTableModel(parent)
    , m_formatting(formatting)
{
}

RulesModel::~RulesModel() = default;

void RulesModel::setRules(std::vector<AlertRule> rules, const std::vector<RuleStatus> &statuses)
{
    const bool sameRows = std::equal(m_rules.begin(), m_rules.end(), rules.begin(), rules.end(),
        [](const AlertRule &a, const AlertRule &b) { return a.id == b.id; });
    if (!sameRows)
        beginResetModel();
    m_rules = std::move(rules);
    m_statuses = statuses;
    if (!sameRows)
        endResetModel();
    else if (!m_rules.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RulesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int RulesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Enabled:
        return tr("On");
    case Name:
        return tr("Rule");
    case Threshold:
        return tr("Threshold");
    case HoldFor:
        return tr("For");
    case State:
        return tr("State");
    default:
        return {};
    }
}

QString RulesModel::text(const AlertRule &rule, int column) const
{
    switch (column) {
    case Name:
        return ruleSentence(rule, m_formatting);
    case Threshold:
        return m_formatting.values.text(rule.condition.threshold, rule.condition.unit);
    case HoldFor:
        return rule.holdFor.count() == 0 ? tr("at once") : m_formatting.duration(rule.holdFor);
    case State:
        return stateText(rule);
    default:
        return {};
    }
}

QString RulesModel::stateText(const AlertRule &rule) const
{
    if (!rule.enabled)
        return tr("off");
    // The least healthy evaluation speaks for the rule; the enum is ordered by how little is known.
    const RuleStatus *worst = nullptr;
    for (const RuleStatus &status : m_statuses) {
        if (status.rule == rule.id && (!worst || status.health > worst->health))
            worst = &status;
    }
    if (!worst)
        return ruleHealthWord(RuleHealth::Unknown);
    QString text = ruleHealthWord(worst->health);
    if (worst->health == RuleHealth::Ok && worst->value)
        text += u" · "_s % m_formatting.values.text(*worst->value, rule.condition.unit);
    else if (!worst->detail.isEmpty())
        text += u": "_s % worst->detail;
    return text;
}

QVariant RulesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AlertRule &rule = m_rules[static_cast<std::size_t>(index.row())];
    if (index.column() == Enabled) {
        if (role == Qt::CheckStateRole)
            return rule.enabled ? Qt::Checked : Qt::Unchecked;
        return role == Qt::AccessibleTextRole ? QVariant(ruleName(rule)) : QVariant();
    }
    if (role == Qt::EditRole && index.column() == Threshold)
        return rule.condition.threshold;
    if (role == Qt::ToolTipRole && index.column() == Name)
        return rule.condition.expression;
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return text(rule, index.column());
    return {};
}

Qt::ItemFlags RulesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Enabled)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == Threshold)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool RulesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    AlertRule rule = m_rules[static_cast<std::size_t>(index.row())];
    if (index.column() == Enabled && role == Qt::CheckStateRole) {
        rule.enabled = value.toInt() == Qt::Checked;
    } else if (index.column() == Threshold && role == Qt::EditRole) {
        bool isNumber = false;
        rule.condition.threshold = value.toDouble(&isNumber);
        if (!isNumber)
            return false;
    } else {
        return false;
    }
    Q_EMIT ruleEdited(rule);
    return true;
}

} // namespace sockeye
