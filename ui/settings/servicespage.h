// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/entriesof.h"
#include "ui/settings/settingscontext.h"

class QComboBox;
class QLineEdit;
class QListWidget;
class QTableWidget;
class QTableWidgetItem;

namespace sockeye {

struct ServiceEntry {
    ServiceConfig service;
    bool strict = false; //!< say also what is still missing
};

//! \brief The services: which series and which probes belong to each, and what its metrics are called.
class ServicesPage final : public EntriesOf<ServiceEntry, EntriesPage> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServicesPage)

public:
    //! References must outlive the page.
    ServicesPage(const SettingsContext &context, RandomSource &random, QWidget *parent = nullptr);
    ~ServicesPage() override;

    void load(const SettingsDraft &draft) override;
    void store(SettingsDraft &draft) const override;
    void refresh(const SettingsDraft &draft) override;
    //! \brief Adds what was found while the page was open.
    void addFound(const ServiceConfig &service);

private:
    [[nodiscard]] EntryRow row(int index) const override;
    [[nodiscard]] bool isEntryValid(int index) const override;
    void addEntry() override;
    void duplicateEntry(int index) override;
    void showEntry(int index) override;
    void focusEntryProblem() override;

    [[nodiscard]] const MetricProfile *profile(const QString &id) const;
    void addRows();
    void connectEditors();
    void edited();
    void overrideEdited(QTableWidgetItem *item);
    void showOverrides();
    void showTargets();
    void showProblems();

    const SettingsContext &m_context;
    RandomSource &m_random;
    Workspace m_known; //!< the endpoints and targets to choose from
    QLineEdit *m_name;
    QComboBox *m_endpoint;
    QLineEdit *m_matchers;
    QComboBox *m_profile;
    QListWidget *m_targets;
    QTableWidget *m_overrides;
    FormRow *m_nameRow = nullptr;
    FormRow *m_matchersRow = nullptr;
};

} // namespace sockeye
