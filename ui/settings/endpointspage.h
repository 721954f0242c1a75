// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/prometheusclient.h"

#include "ui/settings/accessform.h"
#include "ui/settings/entriespage.h"
#include "ui/settings/resultcard.h"

class QSpinBox;

namespace sockeye {

//! \brief The Prometheus servers.
class EndpointsPage final : public EntriesPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndpointsPage)

public:
    //! References must outlive the page.
    EndpointsPage(const SettingsContext &context, DraftSecrets &secrets, RandomSource &random,
        QWidget *parent = nullptr);
    ~EndpointsPage() override;

    //! \brief Adds a server at \a url, named after its host, and shows it.
    void add(const QUrl &url);

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
        EndpointConfig config; //!< what the form does not show is kept
        QString url;
        AccessDraft access;
        bool strict = false; //!< say also what is still missing
        Health health = Health::Unknown; //!< of the last test
        QString note;
        ResultCard::Content result;
    };

    [[nodiscard]] static Entry entryOf(const EndpointConfig &config);
    [[nodiscard]] static EndpointConfig configOf(const Entry &entry);
    [[nodiscard]] Entry &at(int index) { return m_entries[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const Entry &at(int index) const { return m_entries[static_cast<std::size_t>(index)]; }
    void edited();
    void showProblems();
    void checkFinished(const ServerCheckOutcome &outcome);
    void inventoryFinished(const ServerFacts &facts, const InventoryOutcome &outcome);
    void endTest(Health health, const QString &note, const ResultCard::Content &result);

    const SettingsContext &m_context;
    DraftSecrets &m_secrets;
    RandomSource &m_random;
    std::vector<Entry> m_entries;
    QLineEdit *m_name;
    QLineEdit *m_url;
    QSpinBox *m_timeout;
    FormRow *m_nameRow;
    FormRow *m_urlRow;
    AccessForm *m_access;
    ResultCard *m_card;
    std::unique_ptr<PrometheusClient> m_client; //!< while a test runs
};

} // namespace sockeye
