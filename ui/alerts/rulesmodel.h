// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/status.h"
#include "core/engine/workspace.h"

#include <QAbstractTableModel>

namespace sockeye {

struct Formatting;

//! \brief The rules of a workspace: a switch, the sentence, the threshold to be edited, and how the
//! evaluation fares over all services. Edits are not made here but asked for by ruleEdited().
class RulesModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RulesModel)

public:
    enum Column { Enabled, Name, Threshold, HoldFor, State, ColumnCount };

    explicit RulesModel(const Formatting &formatting, QObject *parent = nullptr);
    ~RulesModel() override;

    void setRules(std::vector<AlertRule> rules, const std::vector<RuleStatus> &statuses);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void ruleEdited(const sockeye::AlertRule &rule);

private:
    [[nodiscard]] QString text(const AlertRule &rule, int column) const;
    [[nodiscard]] QString stateText(const AlertRule &rule) const;

    const Formatting &m_formatting;
    std::vector<AlertRule> m_rules;
    std::vector<RuleStatus> m_statuses;
};

} // namespace sockeye
