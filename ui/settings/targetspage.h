// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/accessform.h"
#include "ui/settings/entriespage.h"
#include "ui/settings/probetest.h"
#include "ui/settings/resultcard.h"

class QSpinBox;

namespace sockeye {

//! \brief The probe endpoints: ws:// and wss:// addresses whose connections are held.
class TargetsPage final : public EntriesPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TargetsPage)

public:
    //! References must outlive the page.
    TargetsPage(const SettingsContext &context, DraftSecrets &secrets, RandomSource &random,
        QWidget *parent = nullptr);
    ~TargetsPage() override;

    void load(const SettingsDraft &draft) override;
    void store(SettingsDraft &draft) const override;
    [[nodiscard]] bool canTest() const override;
    [[nodiscard]] bool isTesting() const override;
    void startTest() override;
    void cancelTest() override;

protected:
    [[nodiscard]] int entryCount() const override;
    [[nodiscard]] EntryRow row(int index) const override;
    [[nodiscard]] bool isEntryValid(int index) const override;
    void addEntry() override;
    void duplicateEntry(int index) override;
    void removeEntry(int index) override;
    void showEntry(int index) override;
    void focusEntryProblem() override;

private:
    struct Entry {
        ProbeTarget target; //!< what the form does not show is kept
        QString url;
        AccessDraft access;
        bool strict = false; //!< say also what is still missing
        Health health = Health::Unknown; //!< of the last test
        QString note;
        ResultCard::Content result;
    };

    [[nodiscard]] static Entry entryOf(const ProbeTarget &target);
    [[nodiscard]] static ProbeTarget targetOf(const Entry &entry);
    [[nodiscard]] Entry &at(int index) { return m_entries[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const Entry &at(int index) const { return m_entries[static_cast<std::size_t>(index)]; }
    void addRows();
    void edited();
    void showProblems();
    void testFinished(const ProbeTestResult &result);

    const SettingsContext &m_context;
    DraftSecrets &m_secrets;
    RandomSource &m_random;
    std::vector<Entry> m_entries;
    QLineEdit *m_name;
    QLineEdit *m_url;
    QLineEdit *m_subprotocol;
    QSpinBox *m_pingInterval;
    QSpinBox *m_pongTimeout;
    ResultCard *m_card;
    FormRow *m_nameRow = nullptr;
    FormRow *m_urlRow = nullptr;
    AccessForm *m_access = nullptr;
    std::unique_ptr<ProbeTest> m_test; //!< while it runs
};

} // namespace sockeye
