// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/addresspage.h"
#include "ui/settings/entriesof.h"
#include "ui/settings/probetest.h"

namespace sockeye {

struct TargetEntry {
    ProbeTarget target; //!< what the form does not show is kept
    AddressDraft draft;
};

//! \brief The probe endpoints: ws:// and wss:// addresses whose connections are held.
class TargetsPage final : public EntriesOf<TargetEntry, AddressPage> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TargetsPage)

public:
    //! References must outlive the page.
    TargetsPage(const SettingsContext &context, DraftSecrets &secrets, RandomSource &random,
        QWidget *parent = nullptr);
    ~TargetsPage() override;

    void load(const SettingsDraft &draft) override;
    void store(SettingsDraft &draft) const override;
    [[nodiscard]] bool isTesting() const override;

private:
    void addEntry() override;
    void duplicateEntry(int index) override;
    [[nodiscard]] AddressDraft &address(int index) override { return at(index).draft; }
    [[nodiscard]] const AddressDraft &address(int index) const override { return at(index).draft; }
    [[nodiscard]] Expected<QUrl, UrlProblem> parse(const QString &url) const override;
    [[nodiscard]] QString placeOf(const QUrl &url) const override;
    void showDetails(int index) override;
    void takeDetails(int index) override;
    void beginTest(int index) override;
    void abandonTest() override;
    void testFinished(const ProbeTestResult &result);

    const SettingsContext &m_context;
    DraftSecrets &m_secrets;
    RandomSource &m_random;
    QLineEdit *m_subprotocol;
    QSpinBox *m_pingInterval;
    QSpinBox *m_pongTimeout;
    std::unique_ptr<ProbeTest> m_test; //!< while it runs
};

} // namespace sockeye
