// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/foldgroup.h"
#include "ui/settings/formfields.h"
#include "ui/settings/optionsdraft.h"

class QCheckBox;
class QLineEdit;

namespace sockeye {

//! \brief The groups that ask for what only Thanos or VictoriaMetrics lets a client choose. Each is there
//! for servers of its kind, and where something is set in it, so that nothing works unseen.
class OptionsForm final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OptionsForm)

public:
    //! Adds its groups to \a column, which owns them, and its rows to \a fields.
    OptionsForm(FormColumn &column, FormFields &fields, const Theme &theme);
    ~OptionsForm() override;

    void show(const OptionsDraft &draft, ServerFlavour flavour);
    //! \brief The server turned out to be of \a flavour.
    void setFlavour(ServerFlavour flavour);
    [[nodiscard]] OptionsDraft draft() const;

Q_SIGNALS:
    void edited();

private:
    void addThanos(FormFields &fields);
    void addVictoriaMetrics(FormFields &fields);
    void connectEditors();
    void arrange();
    [[nodiscard]] QStringList heldOfThanos() const;
    [[nodiscard]] QStringList heldOfVictoriaMetrics() const;

    FoldGroup *m_thanos;
    QComboBox *m_deduplicate = nullptr;
    QComboBox *m_partialResponse = nullptr;
    QLineEdit *m_maxResolution = nullptr;
    QLineEdit *m_replicaLabels = nullptr;
    FoldGroup *m_victoriaMetrics;
    QCheckBox *m_noCache = nullptr;
    QPlainTextEdit *m_extraLabels = nullptr;
    QPlainTextEdit *m_extraFilters = nullptr;
    QLineEdit *m_roundDigits = nullptr;
};

} // namespace sockeye
